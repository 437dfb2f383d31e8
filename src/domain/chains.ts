import type { IsoDate } from './dates.ts';
import type { Reference } from './extraction.ts';
import type { AgreementId, Siret } from './ids.ts';
import { datesIn, isOtherSubject, isSameSubject, isWithinSubject, subjectOf } from './subject.ts';

/** What a text must say of itself to be put in order with the others of its employer. */
export type ChainText = {
  id: AgreementId;
  title: string;
  nature: string | null;
  number: string | null;
  siret: Siret;
  legalName: string;
  signedOn: IsoDate | null;
  /** The day stated with it, where the text prints another one: a later text may cite either. */
  signedOnStated?: IsoDate | null;
  references: readonly Reference[];
};

/** `from` changes `to`. Only what is sure: where several texts may be meant there is no link, and all are shown. */
export type ChainLink = {
  from: AgreementId;
  to: AgreementId;
  relation: Reference['relation'];
  by: 'number' | 'date' | 'subject';
};

type Known = ChainText & { subject: ReadonlySet<string> };

/**
 * Links texts of one employer to the earlier ones they amend, replace or end: by the number they print, else by the
 * date they cite, else by their subject when the same establishment filed both. A date must name one text only and
 * must not contradict the subject; a subject alone must be the very same, and name one text only unless the clause
 * replaces whatever came before on it.
 */
export function linkTexts(texts: readonly ChainText[]): ChainLink[] {
  const known = texts.map((text) => ({ ...text, subject: subjectOf(text.title, text.legalName) }));
  const links = known.flatMap((text) => {
    const earlier = known.filter((other) => isEarlier(other, text));
    return referencesOf(text).flatMap((reference) => resolve(text, reference, earlier));
  });
  const unique = new Map(links.map((link) => [`${link.from} ${link.to} ${link.relation}`, link]));
  return [...unique.values()].sort((a, b) => order(a.from, b.from) || order(a.to, b.to));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Undated texts are neither before nor after anything. Signed on one day, the one published later is the later. */
const isEarlier = (other: ChainText, text: ChainText): boolean =>
  other.id !== text.id &&
  other.signedOn !== null &&
  text.signedOn !== null &&
  (other.signedOn < text.signedOn || (other.signedOn === text.signedOn && other.id < text.id));

const isAmendment = ({ nature, title }: ChainText): boolean =>
  nature === 'AVENANT' || nature === 'RECTIFICATIF' || /^\s*(?:avenant|rectificatif)/i.test(title);

/** What the text prints; an amendment that names nothing still amends what its own title is about. */
function referencesOf(text: ChainText): readonly Reference[] {
  if (text.references.length > 0 || !isAmendment(text)) return text.references;
  const cited = datesIn(text.title).filter((day) => !isOfDay(text, day));
  const base: Reference = { relation: 'amends', number: null, title: text.title, signedOn: null };
  return cited.length > 0 ? cited.map((signedOn) => ({ ...base, signedOn })) : [base];
}

const isOfDay = ({ signedOn, signedOnStated }: ChainText, day: IsoDate): boolean =>
  signedOn === day || signedOnStated === day;

function resolve(text: Known, reference: Reference, earlier: readonly Known[]): ChainLink[] {
  const { relation, number, signedOn, title } = reference;
  const to = (by: ChainLink['by'], targets: readonly Known[]): ChainLink[] =>
    targets.map(({ id }) => ({ from: text.id, to: id, relation, by }));

  const numbered = earlier.filter((other) => number !== null && other.number === number);
  if (numbered.length > 0) return to('number', numbered);

  const named = title === null ? text.subject : subjectOf(title, text.legalName);
  if (signedOn !== null) {
    const dated = earlier.filter(
      (other) => isOfDay(other, signedOn) && !isOtherSubject(other.subject, named),
    );
    if (dated.length <= 1) return to('date', dated);
    const alike = dated.filter((other) => isWithinSubject(other.subject, named));
    return alike.length === 1 ? to('date', alike) : [];
  }

  // A number that none of these texts bears belongs to a text we do not have.
  if (number !== null) return [];
  const same = earlier.filter((other) => other.siret === text.siret && isSameSubject(other.subject, named));
  if (relation === 'replaces') return to('subject', same);
  const bases = same.filter((other) => !isAmendment(other));
  return bases.length === 1 ? to('subject', bases) : [];
}
