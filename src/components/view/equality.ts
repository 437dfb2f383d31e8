import { DIRECTIVE_INDICATORS, INDEX_INDICATORS, type DirectiveIndicator, type Figure, type IndexIndicatorId } from '#domain/equality.ts'; // prettier-ignore
import { formatNumber } from '#domain/french.ts';
import type { EmployerProfile, Provenance } from '#domain/profile.ts';
import { typeset } from '#domain/typeset.ts';
import type { ChartYear } from '../equality-chart.ts';

export type Table = { caption: string; head: string[]; rows: { head: string; cells: string[] }[] };
export type EqualityView = {
  index: { sentence: string; chart: ChartYear[]; chartText: string; table: Table; ues: string | null; hasGaps: boolean } | null;
  representation: { sentence: string | null; table: Table } | null;
  directive: { sentence: string | null; table: Table } | null;
  sources: Provenance[];
}; // prettier-ignore

const INDICATOR_LABELS: Record<IndexIndicatorId, string> = {
  pay: 'Écart de rémunération',
  raises: 'Écart d’augmentations (hors promotion)',
  promotions: 'Écart de promotions',
  'raises-and-promotions': 'Écart d’augmentations',
  maternity: 'Retour de congé de maternité',
  'top-pay': 'Dix plus hautes rémunérations',
};

const PER_CENT = '\u00a0%';
const percent = (value: number): string => `${formatNumber(value).replace('-', '−')}${PER_CENT}`;

/** « 94 », « NC », « non indiqué » */
function figureWords({ status, value }: Figure, unit = ''): string {
  if (status === 'not-computable') return 'NC';
  return value === null ? 'non indiqué' : `${formatNumber(value)}${unit}`;
}

/** Figures as declared, never a score of ours; null where nothing is published. */
export function viewEquality({ equality }: Pick<EmployerProfile, 'equality'>): EqualityView | null {
  const { index, representation, directive } = equality;
  const years = [...index, ...representation, ...directive];
  if (years.length === 0) return null;
  const files = new Map(years.map(({ provenance }) => [provenance.file, provenance]));
  return {
    index: index.length > 0 ? viewIndex(index) : null,
    representation: representation.length > 0 ? viewRepresentation(representation) : null,
    directive: directive.length > 0 ? viewDirective(directive) : null,
    sources: [...files.values()],
  };
}

function viewIndex(years: EmployerProfile['equality']['index']): NonNullable<EqualityView['index']> {
  const last = years.at(-1)!;
  const asked = INDEX_INDICATORS.filter(({ id }) =>
    years.some(({ indicators }) => indicators.some((each) => each.id === id)),
  );
  const chart = years.map(({ year, score }) => ({ year, score: score.value }));
  const ues = years.findLast((year) => year.ues)?.ues;
  return {
    sentence: indexSentence(last.year, last.score),
    chart: chart.filter(({ score }) => score !== null).length > 1 ? chart : [],
    chartText: years.map(({ year, score }) => `${year}\u00a0: ${figureWords(score)}`).join(', '),
    table: {
      caption: 'Points déclarés, par année des données',
      head: [
        'Année',
        'Index (sur 100)',
        ...asked.map(({ id, points }) => `${INDICATOR_LABELS[id]} (sur ${points})`),
      ],
      rows: [...years].reverse().map(({ year, score, indicators }) => ({
        head: String(year),
        cells: [
          figureWords(score),
          ...asked.map(({ id }) => {
            const found = indicators.find((each) => each.id === id);
            return found ? figureWords(found.figure) : '–';
          }),
        ],
      })),
    },
    ues: ues ? uesSentence(ues) : null,
    hasGaps: years.some(({ score, indicators }) =>
      [score, ...indicators.map(({ figure }) => figure)].some(({ status }) => status === 'not-computable'),
    ),
  };
}

function indexSentence(year: number, score: Figure): string {
  const published = `publié en ${year + 1} sur les données de ${year}`;
  if (score.value !== null)
    return `Dernier index déclaré\u00a0: ${formatNumber(score.value)} sur 100, ${published}.`;
  return score.status === 'not-computable'
    ? `Dernier index déclaré, ${published}\u00a0: non calculable.`
    : `Dernier index déclaré, ${published}\u00a0: le fichier ne donne pas la note.`;
}

const uesSentence = ({ name, members }: { name: string | null; members: number }): string =>
  typeset(
    `Déclaration commune à une UES (unité économique et sociale : plusieurs sociétés comptées ensemble)${name ? `, « ${name} »` : ''}, ${formatNumber(members)} sociétés.`,
  );

function viewRepresentation(
  years: EmployerProfile['equality']['representation'],
): NonNullable<EqualityView['representation']> {
  const last = years.at(-1)!;
  const parts = [
    last.executives.women.value === null ? null : `${percent(last.executives.women.value)} de femmes parmi les cadres dirigeants`,
    last.boards.women.value === null ? null : `${percent(last.boards.women.value)} parmi les membres des instances dirigeantes`,
  ].filter((part) => part !== null); // prettier-ignore
  return {
    sentence: parts.length > 0 ? `En ${last.year}\u00a0: ${parts.join(', ')}.` : null,
    table: {
      caption: 'Part de femmes, par année',
      head: ['Année', 'Parmi les cadres dirigeants', 'Dans les instances dirigeantes'],
      rows: [...years].reverse().map(({ year, executives, boards }) => ({
        head: String(year),
        cells: [executives, boards].map(({ women }) => figureWords(women, PER_CENT)),
      })),
    },
  };
}

const QUARTILES = ['1er', '2e', '3e', '4e'];

/** « Rémunération annuelle, écart moyen » for `globalAnnualMeanGap`. */
export function labelOfIndicator(indicator: DirectiveIndicator): string {
  const quartile = /^(annual|hourly)Quartile(\d)Proportion(Women|Men)$/.exec(indicator);
  if (quartile) {
    const [, base, number, who] = quartile;
    const pay = base === 'annual' ? 'rémunération annuelle' : 'salaire horaire';
    return `${who === 'Women' ? 'Femmes' : 'Hommes'} dans le ${QUARTILES[Number(number) - 1]} quart de l’échelle (${pay})`;
  }
  if (indicator === 'variableProportionWomen') return 'Femmes touchant une part variable';
  if (indicator === 'variableProportionMen') return 'Hommes touchant une part variable';
  const pay = indicator.startsWith('variable') ? 'Part variable' : 'Rémunération';
  const base = indicator.includes('Annual') ? 'annuelle' : 'horaire';
  return `${pay} ${base}, écart ${indicator.includes('Median') ? 'médian' : 'moyen'}`;
}

/** The source counts what women earn beside men: −12,5 % is 12,5 % less. */
function gapSentence(year: number, gap: number): string {
  const start = `En ${year}, la rémunération annuelle moyenne des femmes est`;
  if (gap === 0) return `${start} égale à celle des hommes.`;
  return `${start} inférieure de ${percent(gap)} à celle des hommes.`
    .replace('inférieure de −', 'inférieure de ')
    .replace('inférieure', gap < 0 ? 'inférieure' : 'supérieure');
}

function viewDirective(
  years: EmployerProfile['equality']['directive'],
): NonNullable<EqualityView['directive']> {
  const { year, values } = years.at(-1)!;
  const gap = values.globalAnnualMeanGap;
  const stated = DIRECTIVE_INDICATORS.filter((indicator) =>
    years.some((each) => each.values[indicator] !== undefined),
  );
  return {
    sentence: gap === undefined ? null : gapSentence(year, gap),
    table: {
      caption: 'Écarts et parts déclarés, en pourcentage',
      head: ['Indicateur', ...years.map((each) => String(each.year))],
      rows: stated.map((indicator) => ({
        head: labelOfIndicator(indicator),
        cells: years.map((each) => {
          const value = each.values[indicator];
          return value === undefined ? 'non indiqué' : percent(value);
        }),
      })),
    },
  };
}
