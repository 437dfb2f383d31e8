import type { Branch } from '#domain/branch.ts';
import { count } from '#domain/french.ts';
import type { Provenance } from '#domain/profile.ts';

export type BranchLine = { name: string; code: string; note: string | null };
export type BranchesView = { title: string; lines: BranchLine[]; more: string | null; sources: Provenance[] };

/** Shown on the page; the JSON beside it holds them all. */
const SHOWN = 5;

/** Branch agreements of an employer, the most declared first; null where none is known. */
export function viewBranches(branches: readonly Branch[]): BranchesView | null {
  if (branches.length === 0) return null;
  const total = branches.reduce((sum, { establishments }) => sum + establishments, 0);
  const shown = branches.slice(0, SHOWN);
  const rest = branches.length - shown.length;
  return {
    title: branches.length === 1 ? 'Convention collective' : 'Conventions collectives',
    lines: shown.map((branch) => lineOf(branch, total > 1 && branches.length > 1)),
    more: rest > 0 ? `Et ${count(rest, 'autre')}, dans les données de cette page.` : null,
    sources: [...new Map(shown.map(({ provenance }) => [provenance.file, provenance])).values()],
  };
}

const lineOf = (
  { idcc, name, isStatute, establishments }: Branch,
  showsEstablishments: boolean,
): BranchLine => ({
  name: name ?? 'Convention sans intitulé connu',
  code: `IDCC\u00a0${idcc}`,
  note:
    [
      isStatute ? 'statut ou accord propre, qui tient lieu de convention' : '',
      showsEstablishments ? count(establishments, 'établissement') : '',
    ]
      .filter(Boolean)
      .join(', ') || null,
});
