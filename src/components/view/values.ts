import type { Benefit, ValueSlot } from '#domain/benefit.ts';
import type { Values } from '#domain/extraction.ts';
import { formatNumber, NO_BREAK_SPACE, plural, uncapitalize } from '#domain/french.ts';

type Value = Values[string];

const withCents = (most: number) =>
  new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: most });
const euros = withCents(2);
/** A kilometre is paid « 0,165 € ». */
const cents = withCents(3);
const amount = (n: number): string =>
  `${Number.isInteger(n) ? formatNumber(n) : (n < 1 ? cents : euros).format(n)}${NO_BREAK_SPACE}€`;
const of = (one: string, many?: string) => (n: number) =>
  `${formatNumber(n)}${NO_BREAK_SPACE}${plural(n, one, many)}`;

const PER: Record<string, string> = {
  an: 'par an', mois: 'par mois', semaine: 'par semaine', jour: 'par jour', repas: 'par repas ou par jour',
}; // prettier-ignore

const NOUNS: Record<string, (n: number) => string> = {
  count: formatNumber,
  '%': (n) => `${formatNumber(n)}${NO_BREAK_SPACE}%`,
  '€': amount,
  jours: of('jour'),
  semaines: of('semaine'),
  mois: of('mois', 'mois'),
  heures: of('heure'),
  minutes: of('minute'),
  années: of('an'),
  places: of('place'),
  berceaux: of('berceau', 'berceaux'),
  fois: of('fois', 'fois'),
};

/** A number in the words of its unit: « 2 jours par semaine », « 9,50 € », « 70 % du salaire ». */
export function formatQuantity(value: number, unit: string): string {
  const [noun = unit, per] = unit.split('/');
  if (unit === '% masse salariale') return `${NOUNS['%']!(value)} de la masse salariale`;
  if (unit.startsWith('% ')) return `${NOUNS['%']!(value)} ${unit.slice(2)}`;
  const words = NOUNS[noun]?.(value) ?? `${formatNumber(value)}${NO_BREAK_SPACE}${noun}`;
  return per ? `${words} ${PER[per] ?? `par ${per}`}` : words;
}

export function formatValue(value: Value, unit: string): string {
  if (typeof value === 'number') return formatQuantity(value, unit);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return value;
}

export type ShownValue = {
  label: string;
  text: string;
  isMain: boolean;
  /** What it says after the main value, where the benefit has words for it. */
  phrase?: string;
};

/** Values of a claim in the order of the benefit's slots, the main one first; unknown slots are left out. */
export function showValues(benefit: Benefit, values: Values): ShownValue[] {
  const shown = Object.entries(benefit.values).flatMap(
    ([slot, { label, unit, shown: shownUnit, phrase, of }]: [string, ValueSlot]) => {
      const value = values[slot];
      if (value === undefined || (of && values[of] !== undefined)) return [];
      const behind = Object.keys(benefit.values).find((other) => benefit.values[other]!.of === slot);
      const words = behind === undefined ? undefined : values[behind];
      const text = [
        formatValue(value, shownUnit ?? unit),
        ...(words === undefined ? [] : [String(words)]),
      ].join(' ');
      const said = phrase === undefined ? {} : { phrase: phrase.replace('{v}', text) };
      return [{ label, text, isMain: slot === benefit.mainValue, ...said }];
    },
  );
  return shown.sort((a, b) => Number(b.isMain) - Number(a.isMain));
}

/** « Jours par semaine » adds nothing to « 2 jours par semaine », nor « Part du salaire » to « 80 % du salaire ». */
export const saysItself = ({ text, label }: Pick<ShownValue, 'text' | 'label'>): boolean =>
  inSingular(text).endsWith(inSingular(label).replace(/^part (?=d)/, ''));

/** « 1 jour » says « Jours » too. */
const inSingular = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(NO_BREAK_SPACE, ' ')
    .replaceAll(/[sx](?= |$)/g, '');

/** The unit adds nothing to « Jours par semaine », and much to « Part payée par l’employeur ». */
export const namesUnit = (label: string, unit: string): boolean =>
  label.toLowerCase() === unit || saysItself({ text: formatQuantity(2, unit), label });

/** The main value, else the first number. */
export const headlineOf = (shown: readonly ShownValue[]): ShownValue | undefined =>
  shown.find(({ text }) => /^\d/.test(text));

/** The figure of a list: the main value, else the first number with what it measures, else nothing. */
export function headline(benefit: Benefit, values: Values): string | null {
  const first = headlineOf(showValues(benefit, values));
  if (!first) return null;
  return first.isMain || saysItself(first) ? first.text : `${first.text} (${uncapitalize(first.label)})`;
}
