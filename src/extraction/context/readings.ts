import { readQuantities } from '../numbers/reading.ts';
import { SAID, inCommonWords, withPeriods } from '../text/synonyms.ts';
import { once } from '../text/once.ts';
import type { Cell } from './tables.ts';
import type { Heading, Line, Unit } from './units.ts';
import { scanQuantities } from '../numbers/scan.ts';
import type { Quantity } from '../numbers/scan.ts';
import { gated } from '../text/gates.ts';

/** A number, in figures or in words. */
const NUMBER = gated(/\d/);
gated(SAID);
const NO_QUANTITIES: readonly Quantity[] = [];

/** Numbers of the unit with their units. */
export const quantitiesOf = once(({ plain, opened }: Unit): readonly Quantity[] =>
  opened.allows(NUMBER) ? scanQuantities(plain) : NO_QUANTITIES,
);
/** A title or a line with its quantities marked. */
export const marked = ({ plain, opened }: Line): string =>
  opened.allows(NUMBER) ? readQuantities(plain) : plain;

/** Text of the unit with quantities marked, and in the words that patterns are written with. */
export const readingOf = once((unit: Unit): string => {
  const reading = withPeriods(quantified(unit));
  return unit.opened.allows(SAID) ? inCommonWords(reading) : reading;
});

function quantified(unit: Unit): string {
  if (unit.cells) return readQuantities(labelled(unit.plain, unit.cells));
  const reading = unit.opened.allows(NUMBER)
    ? readQuantities(unit.plain, quantitiesOf(unit), (pattern) => unit.opened.allows(pattern))
    : unit.plain;
  return unit.role === 'answer' && unit.intro ? withUnitOf(marked(unit.intro), reading) : reading;
}

/** « Cadres | 60 % » below « Catégorie | Part employeur »: each cell says what its column is; what held until then gives way. */
const labelled = (plain: string, cells: readonly Cell[]): string =>
  cells
    .filter(({ start, end, isFormer }) => end > start && !isFormer)
    .map(({ label, start, end }) =>
      label ? `${label} : ${withUnitOfLabel(label, plain.slice(start, end))}` : plain.slice(start, end),
    )
    .join(' | ');

/** « 3 » below « Jours de télétravail par semaine » is 3 days a week. */
function withUnitOfLabel(label: string, cell: string): string {
  if (!/^(?:\d+(?:[.,]\d+)?|[a-z-]{2,12}(?: \(\d+\))?)$/.test(cell)) return cell;
  const unit = /\bpourcentage\b/.test(label)
    ? '%'
    : /(?:^|\bnombre (?:de |d')|\ben |\()(jours?|heures?|semaines?|mois|euros?|€|%)(?![a-z])/.exec(
        label,
      )?.[1];
  if (!unit) return cell;
  return `${cell} ${unit} ${/\b(?:par|\/) ?(?:an|annee|mois|semaine|jour)\b/.exec(label)?.[0] ?? ''}`.trim();
}

/** « Accord pour 5 » below « sept jours par an »: a bare figure in an answer counts what the demand counted. */
function withUnitOf(demand: string, answer: string): string {
  const asked = [...demand.matchAll(/<(eur|pct|day|week|month|hour|minute):[^:>]*:([^>]*)>/g)];
  if (asked.length !== 1) return answer;
  return answer.replace(
    /((?:\b(?:pour|a|de|jusqu'a)|:) )<num:([^:>]*):[^>]*>(?=\W*$|[.,;)])/,
    (_, before: string, value: string) => `${before}<${asked[0]![1]}:${value}:${asked[0]![2]}>`,
  );
}

/** A list item says only half: « il est accordé : » – « 1,5 jour de repos ». Its reading with that of the line that opens the list. */
export const readingInList = once((unit: Unit): string =>
  unit.intro && unit.role !== 'answer'
    ? `${readQuantities(unit.intro.plain.slice(-300))} ${readingOf(unit)}`
    : readingOf(unit),
);

/** « Prime d’astreinte » above « 28 € à compter du 1er janvier » or « Week-end : 28 € »: a line that opens with its figure, read after its title. */
export function readingUnder(unit: Unit, above: Heading | null | undefined): string {
  const reading = readingOf(unit);
  if (!above || above.plain.length > TITLE_MAX || !OPENS_WITH_FIGURE.test(reading)) return reading;
  const title = marked(above);
  // What the demand asks is not what the answer gives.
  return `${unit.role === 'answer' ? title.replace(/ ?<[^>]*>/g, '') : title} : ${reading}`;
}

/** « Oui, 180 € » to « Prime d’astreinte à 200 € »: the figure of a bare answer, read after the words of what was asked. */
export function readingAsReply(answer: Unit, asked: Unit): string {
  const reading = readingOf(answer);
  if (answer === asked) return reading;
  const words = () => readingOf(asked).replace(/ ?<[^>]*>/g, '');
  if (REPLY.test(reading)) return `${words()} : ${reading}`;
  const taken = TAKEN_UP.exec(reading)?.groups!.figure;
  return taken ? `${words()} : ${taken}` : reading;
}
const REPLY =
  /^\W*(?:(?:oui|ok|accord)\b[^<.;]{0,15}|(?:la |l')(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque) (?:\w+ )?(?:propose|accorde|accepte|concede|consent|offre|retient|octroie) (?:\w+ ){0,2})?<(?:eur|pct|day)/;

/** « La Direction accepte de la porter à 9 € » to « La valeur du titre soit portée à 10 € »: « la » is what was asked. */
const TAKEN_UP =
  /^[^<.;]*\b(?:de|a) (?:le |la |les |l')(?:porter|fixer|relever|augmenter|passer|revaloriser|ramener|limiter)\b[^<.;]{0,20}(?<figure><(?:eur|pct|day)[^.;]*)/;

const TITLE_MAX = 60;
const OPENS_WITH_FIGURE =
  /^\W*(?:(?:[^<:|.]{1,40} ?: ?)?(?:(?:maintien|passage|porte|passe) a )?<(?:eur|pct|day)|(?:revalorisation|augmentation|hausse|majoration) (?:de |d')?#inc)/;
