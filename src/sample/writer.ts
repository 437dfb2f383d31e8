import { formatDate, type IsoDate } from '#domain/dates.ts';
import type { Employer } from './employer.ts';
import { headOffice } from './employer.ts';
import { createRandom, type Random } from './random.ts';
import type { Block, Life } from './model.ts';

/** The hand of one author: how this text names people, prints numbers and heads its articles. */
export type Style = {
  company: 'la Société' | 'l’entreprise' | 'l’Association' | 'l’UES' | 'l’établissement';
  staff: 'salarié' | 'collaborateur';
  numbers: 'digits' | 'words' | 'both';
  money: 'sign' | 'word';
  tightPercent: boolean;
  /** Straight apostrophes and ordinary spaces, as many keyboards type them. */
  isPlain: boolean;
  headings: 'Article' | 'ARTICLE' | 'number' | 'automatic';
};

export type Writer = {
  random: Random;
  employer: Employer;
  life: Life;
  style: Style;
  /** « la Société », « de la Société », « à la Société » */
  company: string;
  ofCompany: string;
  toCompany: string;
  /** « salarié », « salariés » */
  person: string;
  people: string;
  /** Shorthand for a drawn variant. */
  one(...variants: string[]): string;
  count(n: number, one: string, many?: string): string;
  /** « de deux jours », « d’un jour » */
  ofCount(n: number, one: string, many?: string): string;
  money(amount: number): string;
  percent(rate: number): string;
  date(date: IsoDate): string;
  since(): string;
};

const WORDS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize']; // prettier-ignore

const FORMS: Record<Style['company'], [of: string, to: string]> = {
  'la Société': ['de la Société', 'à la Société'],
  'l’entreprise': ['de l’entreprise', 'à l’entreprise'],
  'l’Association': ['de l’Association', 'à l’Association'],
  'l’UES': ['de l’UES', 'à l’UES'],
  'l’établissement': ['de l’établissement', 'à l’établissement'],
};

export function drawStyle(random: Random, employer: Employer, kind: string): Style {
  const own = employer.sector.isAssociation
    ? 'l’Association'
    : random.pick(['la Société', 'l’entreprise'] as const);
  return {
    company: kind === 'ues' ? 'l’UES' : kind === 'establishment' ? 'l’établissement' : own,
    staff: random.chance(0.72) ? 'salarié' : 'collaborateur',
    numbers: random.pick(['digits', 'digits', 'words', 'both'] as const),
    money: random.chance(0.65) ? 'sign' : 'word',
    tightPercent: random.chance(0.35),
    isPlain: random.chance(0.25),
    headings: random.weighted([['Article', 5], ['ARTICLE', 4], ['number', 3], ['automatic', 2]] as const),
  }; // prettier-ignore
}

/** 1234.5 → « 1 234,50 », 1200 → « 1 200 » */
function frenchNumber(value: number): string {
  const fixed = Number.isInteger(value) ? String(value) : value.toFixed(2);
  const [whole, cents] = fixed.split('.') as [string, string | undefined];
  const grouped = whole.replace(/(?<=\d)(?=(\d{3})+$)/g, ' ');
  return cents ? `${grouped},${cents}` : grouped;
}

const feminine = /^(semaine|heure|fois|année|minute|réunion|place|séance|plage)/;

export function createWriter(
  seed: string,
  employer: Employer,
  ordinal: number,
  life: Life,
  kind: string,
): Writer {
  const random = createRandom(seed, 'text', employer.index, ordinal);
  const style = drawStyle(random, employer, kind);
  const [ofCompany, toCompany] = FORMS[style.company];
  const inWords = (n: number, word: string): string | null =>
    n === 1 && feminine.test(word) ? 'une' : (WORDS[n] ?? null);
  const count = (n: number, one: string, many = `${one}s`): string => {
    const noun = n < 2 ? one : many;
    const words = Number.isInteger(n) ? inWords(n, noun) : null;
    const digits = Number.isInteger(n) ? String(n) : String(n).replace('.', ',');
    if (style.numbers === 'digits' || !words) return `${digits} ${noun}`;
    return style.numbers === 'words' ? `${words} ${noun}` : `${words} (${digits}) ${noun}`;
  };
  return {
    random,
    employer,
    life,
    style,
    company: style.company,
    ofCompany,
    toCompany,
    person: style.staff,
    people: `${style.staff}s`,
    one: (...variants) => random.pick(variants),
    count,
    ofCount: (n, one, many) => {
      const counted = count(n, one, many);
      return /^un/.test(counted) ? `d’${counted}` : `de ${counted}`;
    },
    money: (amount) =>
      style.money === 'sign' ? `${frenchNumber(amount)} €` : `${frenchNumber(amount)} euros`,
    percent: (rate) => `${String(rate).replace('.', ',')}${style.tightPercent ? '%' : ' %'}`,
    date: (date) => formatDate(date),
    since: () => `à compter du ${formatDate(life.effectiveOn)}`,
  };
}

export const text = (line: string, note?: string): Block =>
  note ? { kind: 'text', text: line, note } : { kind: 'text', text: line };
export const items = (...lines: string[]): Block[] => lines.map((line) => ({ kind: 'item', text: line }));
export const steps = (...lines: string[]): Block[] => lines.map((line) => ({ kind: 'step', text: line }));
export const table = (...rows: string[][]): Block => ({ kind: 'table', rows });
export const subheading = (line: string): Block => ({ kind: 'heading', level: 2, text: line });

export const cityOf = (employer: Employer): string => headOffice(employer).place.name;

/** « la CFDT », « l’UNSA » */
export const unionName = (union: string): string =>
  union === 'UNSA' ? 'l’UNSA' : union === 'SOLIDAIRES' ? 'l’union syndicale Solidaires' : `la ${union}`;
