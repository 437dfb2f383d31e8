import { linkTexts, type ChainLink } from '#domain/chains.ts';
import type { AgreementLink, Term } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Extraction } from '#domain/extraction.ts';
import type { AgreementId, Siren } from '#domain/ids.ts';
import type { Closure } from '#domain/states.ts';
import { inheritTerm, termOf } from '#domain/term.ts';
import type { CorpusAgreement } from '#db/corpus/read.ts';

/** One text as one employer sees it: its own, or that of another employer which names it as a member. */
export type EmployerText = CorpusAgreement & {
  /** Null unless the text could be read. */
  extraction: Extraction | null;
  /** As stated with the text; its record holds the day that the text prints. */
  signedOnStated: IsoDate | null;
  filer: { siren: Siren; name: string };
  members: { siren: Siren; name: string }[];
  isShared: boolean;
};

export type ClosedBy = Closure & { by: AgreementLink };

/** A text in the order of its employer's texts. */
export type Life = {
  text: EmployerText;
  link: AgreementLink;
  term: Term;
  /** First day, as far as known: effect, else signature. */
  startsOn: IsoDate | null;
  closure: ClosedBy | null;
  amends: AgreementId | null;
  /** First text of the chain of amendments this one belongs to; itself when it amends none. */
  root: AgreementId;
  /** Later texts that amend this one. */
  amendedBy: AgreementId[];
};

const NATURES: Record<string, string> = { AVENANT: 'Avenant', RECTIFICATIF: 'Rectificatif' };

/** Older records have no title: they are named by their kind. */
export const titleOf = ({ title, nature }: CorpusAgreement['record']): string =>
  title.trim() || NATURES[nature ?? ''] || 'Accord d’entreprise';

/** Terms, amendments and closures of one employer's texts. A text that several others close goes with the first. */
export function livesOf(texts: readonly EmployerText[]): Map<AgreementId, Life> {
  const lives = new Map(texts.map((text) => [text.record.id, newLife(text)]));
  const links = linkTexts(
    texts.map(({ record, signedOnStated, extraction }) => ({
      ...record,
      signedOnStated,
      references: extraction?.terms.references ?? [],
    })),
  );
  for (const link of links) if (link.relation === 'amends') applyAmendment(lives, link);
  // Parents first, so that the amendment of an amendment takes the term its parent has taken.
  const byDate = [...lives.values()].sort((a, b) => compare(a.link.signedOn ?? '', b.link.signedOn ?? ''));
  for (const life of byDate) {
    const parent = life.amends && lives.get(life.amends);
    if (!parent) continue;
    life.term = inheritTerm(life.term, parent.term, life.link.signedOn);
    life.root = parent.root;
  }
  for (const link of links) if (link.relation !== 'amends') applyClosure(lives, link);
  return lives;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function newLife(text: EmployerText): Life {
  const { record, extraction } = text;
  const term = termOf(record, extraction?.terms ?? null);
  return {
    text,
    link: { id: record.id, title: titleOf(record), signedOn: record.signedOn },
    term,
    startsOn: term.effectiveOn ?? record.signedOn,
    closure: null,
    amends: null,
    root: record.id,
    amendedBy: [],
  };
}

function applyAmendment(lives: Map<AgreementId, Life>, { from, to }: ChainLink): void {
  lives.get(from)!.amends ??= to;
  lives.get(to)!.amendedBy.push(from);
}

function applyClosure(lives: Map<AgreementId, Life>, { from, to, relation }: ChainLink): void {
  const [later, earlier] = [lives.get(from)!, lives.get(to)!];
  if (later.startsOn === null) return;
  const kind = relation === 'ends' ? 'ended' : 'replaced';
  earlier.closure = firstOf(earlier.closure, { kind, on: later.startsOn, by: later.link });
}

/** The closure that comes first; on one day, that of the lower id. */
export function firstOf(a: ClosedBy | null, b: ClosedBy | null): ClosedBy | null {
  if (!a || !b) return a ?? b;
  return (compare(a.on, b.on) || compare(a.by.id, b.by.id)) <= 0 ? a : b;
}
