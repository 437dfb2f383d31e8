import type { Feed } from 'feed';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Change, ChangeKind } from '#domain/changes.ts';
import { count } from '#domain/french.ts';
import { openFeed } from './atom.ts';
import { employerHref } from './links.ts';
import { STATE_LABELS } from './states.ts';

type Named = { name: string; isFictional: boolean } | null;

/** One publication of one employer: what its entry tells. */
type Batch = { siren: Change['siren']; at: string; seq: number; changes: Change[] };

function batchesOf(changes: readonly Change[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const change of changes) {
    const key = `${change.at} ${change.siren}`;
    const known = batches.get(key);
    if (known) {
      known.changes.push(change);
      known.seq = Math.max(known.seq, change.seq);
    } else batches.set(key, { siren: change.siren, at: change.at, seq: change.seq, changes: [change] });
  }
  return [...batches.values()].sort((a, b) => b.seq - a.seq);
}

const KIND_WORDS: Record<ChangeKind, (changes: number) => string> = {
  'employer-added': () => 'page créée',
  'employer-removed': () => 'page retirée',
  'employer-changed': () => 'renseignements mis à jour',
  'agreement-added': (n) => `${count(n, 'accord')} de plus`,
  'agreement-removed': (n) => `${count(n, 'accord')} en moins`,
  'claim-added': (n) => `${count(n, 'avantage')} de plus`,
  'claim-changed': (n) => `${count(n, 'avantage')} avec un changement`,
  'claim-removed': (n) => `${count(n, 'extrait')} en moins`,
};

const titleOf = (changes: readonly Change[]): string =>
  [...new Set(changes.map(({ kind }) => kind))]
    .map((kind) => KIND_WORDS[kind](changes.filter((each) => each.kind === kind).length))
    .join(', ');

/** Says what is shown now, never why: an extract that left says nothing about the benefit itself. */
function wordsOf({ kind, benefit, agreement, before, after }: Change, catalogue: Catalogue): string | null {
  const label = benefit ? (catalogue.benefitById.get(benefit)?.label ?? benefit) : null;
  if (kind === 'claim-added') return `${label}\u00a0: ${STATE_LABELS[after!]}.`;
  if (kind === 'claim-removed')
    return `${label}\u00a0: un extrait n’est plus publié. Cela ne dit rien de l’avantage lui-même.`;
  if (kind === 'claim-changed')
    return before === after
      ? `${label}\u00a0: l’extrait ou ses valeurs ont changé.`
      : `${label}\u00a0: ${STATE_LABELS[before!]}, puis ${STATE_LABELS[after!]}.`;
  if (kind === 'agreement-added') return `Accord ${agreement} publié.`;
  return kind === 'agreement-removed' ? `Accord ${agreement} retiré.` : null;
}

/** Atom: one entry for each publication that changed an employer, the latest first. */
export function changesFeed(
  changes: readonly Change[],
  about: {
    title: string;
    /** Path of the page the feed is about; the feed is at this path and `.atom`. */
    path: string;
    site: URL | string;
    catalogue: Catalogue;
    employerOf: (siren: Change['siren']) => Named;
    /** When nothing has changed yet. */
    since: string;
  },
): Feed {
  const { title, path, site, catalogue, employerOf, since } = about;
  const batches = batchesOf(changes);
  const feed = openFeed({
    title,
    description: 'Ce qui change dans les accords publiés et dans leur lecture.',
    copyright: 'Star finder, d’après la base ACCO (DILA) et Sirene (INSEE), Licence Ouverte 2.0',
    page: path,
    site,
    updated: new Date(batches[0]?.at ?? since),
  });
  for (const { siren, at, seq, changes: own } of batches) {
    const employer = employerOf(siren);
    const href = new URL(employerHref(siren), site).href;
    feed.addItem({
      id: `${href}#changement-${seq}`,
      link: href,
      title: `${employer?.name ?? `SIREN ${siren}`}\u00a0: ${titleOf(own)}${employer?.isFictional ? ' (exemple fictif)' : ''}`,
      date: new Date(at),
      description: own.flatMap((change) => wordsOf(change, catalogue) ?? []).join(' ') || 'Voir la page.',
    });
  }
  return feed;
}
