import type { Catalogue } from '#catalogue/catalogue.ts';
import { nameOfCommune } from '#catalogue/communes.ts';
import { filingDepartment, type Siren, type Siret } from '#domain/ids.ts';
import { chooseLegalName } from '#domain/legal-name.ts';
import { refuseEmployer, type EmployerRefusal } from '#domain/mask.ts';
import { centreOf, departmentOfCommune, wholeCommune, type Position, type WorkPlace } from '#domain/place.ts';
import type { EmployerProfile, Identity } from '#domain/profile.ts';
import { iterateAgreementsOf, type CorpusAgreement } from '#db/corpus/read.ts';
import type { Corpus } from '#db/corpus/open.ts';
import { readDepartment, readUnits, type SireneUnit, type WorkSite } from '#db/corpus/sirene.ts';

/** Who an employer is, before any of its texts is read. */
export type Identified = {
  siren: Siren;
  name: string;
  refusal: EmployerRefusal | 'nameless' | null;
  isFictional: boolean;
};

const KEPT = 2000;

/** Identities of employers, kept a while: members of a group are asked for again and again. */
export function identifier(corpus: Corpus) {
  const kept = new Map<Siren, Identified>();
  const units = new Map<Siren, SireneUnit | null>();

  function unitFor(siren: Siren): SireneUnit | null {
    if (!units.has(siren)) prefetch([siren]);
    return units.get(siren) ?? null;
  }

  function prefetch(sirens: readonly Siren[]): void {
    if (units.size + sirens.length > KEPT) units.clear();
    const found = readUnits(corpus, sirens);
    for (const siren of sirens) units.set(siren, found.get(siren) ?? null);
  }

  return {
    /** Asks SIRENE about many employers at once: one question each is much slower. */
    prefetch,
    identify(siren: Siren, filed?: readonly CorpusAgreement[]): Identified {
      const known = kept.get(siren);
      if (known) return known;
      const rows = filed ?? iterateAgreementsOf(corpus, siren);
      const unit = unitFor(siren);
      const name =
        unit?.identity.legalName.trim() ||
        chooseLegalName(latestFirst(rows).map((row) => row.record.legalName));
      const found: Identified = {
        siren,
        name: name ?? '',
        refusal: name ? refuseEmployer(name, unit ? unit.isPublishable : null) : 'nameless',
        isFictional: rows.some(({ record }) => record.isFictional) || unit?.isFictional === true,
      };
      if (kept.size >= KEPT) kept.clear();
      kept.set(siren, found);
      return found;
    },
    /** What SIRENE says of who and where an employer is; nothing where it is silent. */
    unitOf(siren: Siren, catalogue: Catalogue, isSuppressed: (siren: Siren) => boolean = () => false) {
      const unit = unitFor(siren);
      const identity = unit ? withoutLinks(withLabels(unit.identity, catalogue), isSuppressed) : null;
      return {
        identity,
        departments: unit?.departments ?? [],
        places: workPlaces(unit?.sites ?? [], catalogue),
        departmentOf: (siret: Siret): string | null => readDepartment(corpus, siret),
      };
    },
  };
}
export type Identifier = ReturnType<typeof identifier>;

export const latestFirst = <T extends CorpusAgreement>(rows: readonly T[]): T[] =>
  [...rows].sort(
    (a, b) =>
      descending(a.record.signedOn ?? '', b.record.signedOn ?? '') || descending(a.record.id, b.record.id),
  );

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** APE codes are written with and without their dot. */
export const nafKey = (code: string): string => code.replace(/\./g, '').toUpperCase();

const withLabels = (
  identity: Identity,
  { nafLabels, naf2025Labels, headcountBands, legalCategories }: Catalogue,
): Identity => ({
  ...identity,
  establishments: identity.establishments.map((site) => ({
    ...site,
    communeName: nameOfCommune(site.communeCode, site.communeName),
  })),
  naf2025Label: identity.naf2025Code ? (naf2025Labels.get(nafKey(identity.naf2025Code)) ?? null) : null,
  legalCategory: identity.legalCategory && {
    ...identity.legalCategory,
    label: legalCategories.get(identity.legalCategory.code) ?? null,
  },
  nafLabel: identity.nafCode ? (nafLabels.get(nafKey(identity.nafCode)) ?? null) : null,
  headcountLabel: identity.headcountBand ? (headcountBands.get(identity.headcountBand) ?? null) : null,
});

/** A unit withheld by hand is not named on the page of another one either. */
const withoutLinks = (identity: Identity, isSuppressed: (siren: Siren) => boolean): Identity => ({
  ...identity,
  formerSirens: identity.formerSirens.filter(({ siren }) => !isSuppressed(siren)),
  followedBy: identity.followedBy && isSuppressed(identity.followedBy.siren) ? null : identity.followedBy,
});

/** Communes of establishments, in order of code; a commune of a department that is not listed is left out. */
export function workPlaces(sites: readonly WorkSite[], { departmentByCode }: Catalogue): WorkPlace[] {
  const communes = new Map<string, { name: string; positions: Position[] }>();
  for (const { communeCode, communeName, position } of sites) {
    const { code, name } = wholeCommune(communeCode, nameOfCommune(communeCode, communeName));
    const commune = communes.get(code) ?? { name, positions: [] };
    if (position) commune.positions.push(position);
    communes.set(code, commune);
  }
  return [...communes.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([communeCode, { name, positions }]) => {
      const department = departmentByCode.get(departmentOfCommune(communeCode));
      const { code: departmentCode, regionCode } = department ?? {};
      if (departmentCode === undefined || regionCode === undefined) return [];
      return [{ communeCode, communeName: name, departmentCode, regionCode, position: centreOf(positions) }];
    });
}

export type Place = Pick<EmployerProfile, 'departments' | 'placeBasis'>;

/** Open establishments say where an employer is; without them, the departments that received its filings. */
export function placeOf(departments: readonly string[], filed: readonly CorpusAgreement[]): Place {
  const sorted = (codes: readonly string[]): string[] => [...new Set(codes)].sort();
  if (departments.length > 0) return { departments: sorted(departments), placeBasis: 'establishments' };
  const filing = sorted(filed.flatMap(({ record }) => filingDepartment(record.number ?? '') ?? []));
  return { departments: filing, placeBasis: filing.length > 0 ? 'filing' : 'unknown' };
}

/** « Rennes (35) », « Ille-et-Vilaine (35) »: for lists; null where nothing is known. */
export function describePlace(place: Place, identity: Identity | null, catalogue: Catalogue): string | null {
  const seat =
    identity?.establishments.find(({ isHeadOffice }) => isHeadOffice) ?? identity?.establishments[0];
  if (seat?.communeName)
    return seat.departmentCode ? `${seat.communeName} (${seat.departmentCode})` : seat.communeName;
  const [first, ...others] = place.departments;
  if (first === undefined || others.length > 0) return null;
  const name = catalogue.departments.find(({ code }) => code === first)?.name;
  return name ? `${name} (${first})` : first;
}

export type DepartmentOf = (siret: Siret) => string | null;
