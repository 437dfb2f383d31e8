import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import { shownState, type Claim, type ShownState } from '#domain/claim.ts';
import { formatDate } from '#domain/dates.ts';
import { count, enumerate, NO_BREAK_SPACE } from '#domain/french.ts';
import type { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { shortGap } from './gap.ts';
import { benefitHref, compareHref, employerHref } from './links.ts';
import { showName } from './names.ts';
import { describePlace, headcountWords, sectorOf } from './places.ts';
import { isGrant, isLive, stateLabel } from './states.ts';
import { headline, showValues } from './values.ts';

export type Column = {
  siren: Siren;
  name: string;
  href: string;
  facts: string[];
  removeHref: string;
};

export type ClaimCell = {
  state: ShownState;
  stateLabel: string;
  value: string | null;
  /** Term, limits, distance to the law: short, in this order. */
  notes: string[];
  href: string;
};
/** `claim` null = no public trace; `href` then leads to the reason. */
export type Cell = { claim: ClaimCell | null; href: string; employer: string };
/** `live`: of how many employers it is in force or declared. `isSame`: of all of them, with one value. */
export type Row = {
  label: string;
  href: string;
  isOptional: boolean;
  cells: Cell[];
  live: number;
  isSame: boolean;
};
export type RowGroup = { id: string; label: string; order: number; rows: Row[] };
export type UnknownGroup = { label: string; benefits: { label: string; href: string }[] };

export type CompareTable = {
  columns: Column[];
  groups: RowGroup[];
  unknown: UnknownGroup[];
  unknownCount: number;
};

/**
 * One row a benefit that at least one employer's texts speak of, by family: first what tells the employers apart, then
 * what is the same of all, then what is in force nowhere, each in the order of the catalogue. The rest stands apart.
 */
export function viewCompareTable(profiles: readonly EmployerProfile[], catalogue: Catalogue): CompareTable {
  const known = new Set(profiles.flatMap(({ entries }) => entries.map(({ benefit }) => benefit)));
  const inFamily = (family: string, isKnown: boolean): Benefit[] =>
    catalogue.benefits.filter((each) => each.family === family && known.has(each.id) === isKnown);
  const groups = catalogue.families.map(({ id, label, order }) => ({
    id,
    label,
    order,
    rows: inFamily(id, true)
      .map((benefit) => rowOf(benefit, profiles))
      .sort((a, b) => rankOf(a) - rankOf(b)),
  }));
  const unknown = catalogue.families.map(({ id, label }) => ({
    label,
    benefits: inFamily(id, false).map((benefit) => ({
      label: benefit.label,
      href: `${benefitHref(benefit.id)}#pourquoi`,
    })),
  }));
  return {
    columns: profiles.map((profile) => columnOf(profile, profiles, catalogue)),
    groups: groups.filter(({ rows }) => rows.length > 0),
    unknown: unknown.filter(({ benefits }) => benefits.length > 0),
    unknownCount: unknown.reduce((sum, { benefits }) => sum + benefits.length, 0),
  };
}

function columnOf(profile: EmployerProfile, all: readonly EmployerProfile[], catalogue: Catalogue): Column {
  const { siren, name, identity, counts } = profile;
  const facts = [
    describePlace(catalogue, profile),
    sectorOf(catalogue, profile),
    headcountWords(identity?.headcountLabel),
    describeTexts(counts),
  ];
  return {
    siren,
    name: showName(name),
    href: employerHref(siren),
    facts: facts.filter((fact) => typeof fact === 'string'),
    removeHref: compareHref(all.filter((each) => each.siren !== siren).map((each) => each.siren)),
  };
}

/** How much could be known of an employer: what a column says is read against it. */
export function describeTexts({
  textsRead,
  agreements,
}: Pick<EmployerProfile['counts'], 'textsRead' | 'agreements'>): string {
  if (agreements === 0) return 'aucun accord publié, déclarations de l’employeur';
  if (textsRead === 0) return `${count(agreements, 'accord publié', 'accords publiés')}, aucun texte lu`;
  const read = count(textsRead, 'accord lu', 'accords lus');
  return textsRead < agreements ? `${read} sur ${count(agreements, 'publié', 'publiés')}` : read;
}

const rankOf = ({ live, isSame }: Row): number => (live === 0 ? 2 : isSame ? 1 : 0);

function rowOf(benefit: Benefit, profiles: readonly EmployerProfile[]): Row {
  const cells = profiles.map(({ siren, name, entries }): Cell => {
    const entry = entries.find((each) => each.benefit === benefit.id);
    const page = employerHref(siren);
    return {
      claim: entry ? viewCell(entry.lead, benefit, page) : null,
      href: `${page}#sans-trace-${benefit.id}`,
      employer: showName(name),
    };
  });
  const live = cells.filter(({ claim }) => claim && isLive(claim.state));
  const values = new Set(live.map(({ claim }) => claim?.value));
  return {
    label: benefit.label,
    href: benefitHref(benefit.id),
    isOptional: benefit.isOptional,
    cells,
    live: live.length,
    isSame: live.length === cells.length && values.size === 1,
  };
}

/** « 7 avantages, dont 1 pareil chez tous » */
export function describeRows(rows: readonly Row[]): string {
  const same = rows.filter(({ isSame }) => isSame).length;
  const past = rows.filter(({ live }) => live === 0).length;
  if (past === rows.length) return `${count(rows.length, 'avantage')}, aucune clause en vigueur`;
  const parts = [
    ...(same > 0 ? [`${same} ${same > 1 ? 'pareils' : 'pareil'} chez tous`] : []),
    ...(past > 0 ? [`${past} sans clause en vigueur`] : []),
  ];
  return `${count(rows.length, 'avantage')}${parts.length > 0 ? `, dont ${enumerate(parts)}` : ''}`;
}

function viewCell(claim: Claim, benefit: Benefit, page: string): ClaimCell {
  const notes = [
    ...(isGrant(claim.state) ? [endWords(claim), ...limitWords(claim)] : []),
    // Said once at the head of the row where the law asks nothing at all.
    benefit.isOptional || !isGrant(claim.state) ? null : shortGap(claim.gap, benefit),
  ];
  return {
    state: shownState(claim),
    stateLabel: stateLabel(claim),
    value: isGrant(claim.state) ? shownValue(benefit, claim) : null,
    notes: notes.filter((note) => note !== null),
    href: `${page}#${claim.id}`,
  };
}

/** The figure, else the first value that is known, with what it measures. */
function shownValue(benefit: Benefit, { values }: Claim): string | null {
  const [first] = showValues(benefit, values);
  return headline(benefit, values) ?? (first ? `${first.label}${NO_BREAK_SPACE}: ${first.text}` : null);
}

function endWords(claim: Claim): string | null {
  const { endsOn, endBasis, renewedUntil } = claim.term;
  if (!isLive(shownState(claim)) || !endsOn || endBasis === 'recalled') return null;
  return renewedUntil
    ? `au plus tard jusqu’au ${formatDate(renewedUntil)}`
    : `jusqu’au ${formatDate(endsOn)}`;
}

function limitWords({ scope, eligibility }: Claim): string[] {
  const part = scope.kind === 'establishment' || scope.kind === 'category';
  const who = scope.label
    ? `«${NO_BREAK_SPACE}${scope.label}${NO_BREAK_SPACE}»`
    : scope.kind === 'category'
      ? 'une catégorie de salariés'
      : 'un établissement';
  return [...(part ? [`pour ${who}`] : []), ...(eligibility.isConditional ? ['sous condition'] : [])];
}
