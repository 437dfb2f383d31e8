import { DIRECTIVE_INDICATORS } from '#domain/equality.ts';
import type { Cell } from '../archive/workbook.ts';
import type { Employer } from '../employer.ts';
import { headOffice } from '../employer.ts';
import type { Calendar } from '../life.ts';
import { createRandom, type Random } from '../random.ts';

/** The 18 columns of index-egalite-fh.xlsx, in the ministry's order. */
export const INDEX_HEADER = [
  'Année', 'Structure', "Tranche d'effectifs", 'SIREN', 'Raison Sociale', 'Nom UES', 'Entreprises UES (SIREN)', 'Région',
  'Département', 'Pays', 'Code NAF', 'Note Ecart rémunération', "Note Ecart taux d'augmentation (hors promotion)",
  'Note Ecart taux de promotion', "Note Ecart taux d'augmentation", 'Note Retour congé maternité',
  'Note Hautes rémunérations', 'Note Index',
] as const; // prettier-ignore

export const REPRESENTATION_HEADER = [
  'Annee_ecarts', 'SIREN', 'Nom_Entreprise', 'Region', 'Departement', 'Pays', 'Code_NAF', 'Cadres_pourcentage_femmes',
  'Cadres_pourcentage_hommes', 'Membres_pourcentage_femmes', 'Membres_pourcentage_hommes',
] as const; // prettier-ignore

export const DIRECTIVE_HEADER = [
  'year', 'siren', 'name', 'address', 'region', 'departmentCode', 'departmentLabel', 'nafCode', 'nafLabel', 'workforceEma',
  'totalWomen', 'totalMen', ...DIRECTIVE_INDICATORS,
] as const; // prettier-ignore

const FIRST_YEAR = 2019;
const lastYear = ({ today }: Calendar): number => Number(today.slice(0, 4)) - 1;
const dotted = (naf: string): string => `${naf.slice(0, 2)}.${naf.slice(2)}`;

const bandOf = ({ headcount }: Employer): string =>
  headcount >= 1000 ? '1000 et plus' : headcount > 250 ? '251 à 999' : '50 à 250';

/** Points that move a little from year to year, as declared ones do. */
const pointsOf = (random: Random, isLarge: boolean) => ({
  pay: random.int(28, 40),
  raises: isLarge ? random.pick([10, 20, 20]) : null,
  promotions: isLarge ? random.pick([10, 15, 15]) : null,
  both: isLarge ? null : random.pick([25, 35, 35]),
  maternity: random.chance(0.25) ? null : 15,
  top: random.pick([0, 5, 5, 10]),
});

/** One row a year for employers of 50 people and more; some years are not computable, as for small staffs. */
export function* indexRows(
  seed: string,
  employer: Employer,
  calendar: Calendar,
  ues: readonly Employer[],
): Generator<readonly Cell[]> {
  if (employer.headcount < 50 || employer.isSoleTrader) return;
  const random = createRandom(seed, 'equality', employer.index);
  const isLarge = employer.headcount > 250;
  const [none, empty] = ['NC', ''];
  const members = ues.map(({ legalName, siren }) => `${legalName} (${siren})`).join(',');
  for (let year = FIRST_YEAR + (isLarge ? 0 : 1); year <= lastYear(calendar); year++) {
    const { pay, raises, promotions, both, maternity, top } = pointsOf(random, isLarge);
    const isComputable = random.chance(isLarge ? 0.95 : 0.7);
    const reached = pay + (raises ?? 0) + (promotions ?? 0) + (both ?? 0) + (maternity ?? 0) + top;
    // Without the maternity indicator the rest is brought back to 100.
    const score = maternity === null ? Math.round((reached / 85) * 100) : reached;
    yield [
      year,
      ues.length > 0 ? 'Unité Economique et Sociale (UES)' : 'Entreprise',
      bandOf(employer),
      employer.siren,
      employer.legalName,
      ues.length > 0 ? `UES ${employer.name}` : null,
      ues.length > 0 ? members : null,
      null,
      headOffice(employer).place.name,
      'FRANCE',
      `${dotted(employer.sector.naf)} - ${employer.sector.label}`,
      isComputable ? pay : none,
      isLarge ? (isComputable ? raises : none) : empty,
      isLarge ? (isComputable ? promotions : none) : empty,
      isLarge ? empty : isComputable ? both : none,
      maternity === null || !isComputable ? none : maternity,
      isComputable ? top : none,
      isComputable ? score : none,
    ];
  }
}

/** Women among senior managers and on boards, from 1,000 people on. */
export function* representationRows(
  seed: string,
  employer: Employer,
  calendar: Calendar,
): Generator<readonly Cell[]> {
  if (employer.headcount < 1000) return;
  const random = createRandom(seed, 'representation', employer.index);
  let women = random.int(18, 38);
  for (let year = 2021; year <= lastYear(calendar); year++) {
    women = Math.min(50, women + random.int(0, 4));
    const board = random.chance(0.3) ? null : random.int(30, 50);
    const place = [null, headOffice(employer).place.name, 'FRANCE', dotted(employer.sector.naf)];
    const boards: Cell[] = board === null ? ['NC', 'NC'] : [board, 100 - board];
    yield [year, employer.siren, employer.legalName, ...place, women, 100 - women, ...boards];
  }
}

const quoted = (value: unknown): string => {
  const text = String(value ?? '').replaceAll('"', '""');
  return `"${/^[=+\-@|]/.test(text) ? `'${text}` : text}"`;
};

/** The new scheme: its first campaign, for employers of 250 people and more. */
export function* directiveLines(seed: string, employer: Employer, calendar: Calendar): Generator<string> {
  if (employer.headcount < 250) return;
  const random = createRandom(seed, 'directive', employer.index);
  const women = Math.round(employer.headcount * (random.int(25, 65) / 100));
  const gap = (): number => random.int(-140, 30) / 10;
  const share = (): number => random.int(25, 60) / 100;
  const values = new Map<string, number>();
  for (const indicator of DIRECTIVE_INDICATORS) {
    const isMen = indicator.endsWith('Men') && !indicator.endsWith('Women');
    const other = values.get(indicator.replace(/Men$/, 'Women'));
    const isQuartile = indicator.includes('Quartile');
    if (isMen && isQuartile && other !== undefined)
      values.set(indicator, Math.round((1 - other) * 100) / 100);
    else values.set(indicator, indicator.includes('Proportion') ? share() : gap());
  }
  const { place } = headOffice(employer);
  const identity = [
    employer.legalName,
    null,
    null,
    place.department,
    null,
    dotted(employer.sector.naf),
    employer.sector.label,
  ];
  const counts = [employer.headcount, women, employer.headcount - women];
  const row = [lastYear(calendar) + 1, employer.siren, ...identity, ...counts];
  yield [...row, ...DIRECTIVE_INDICATORS.map((indicator) => values.get(indicator))].map(quoted).join(';');
}
