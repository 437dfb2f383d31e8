import { CLAIM_STATES } from '#domain/claim.ts';
import type { BenefitId, Siren } from '#domain/ids.ts';
import type { Place } from '#domain/place.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { SearchedBenefit } from '#search/engine.ts';

const BENEFITS = 54;

/** Benefits of the catalogue, made up to 54 so that figures do not change with what `content/` holds so far. */
export function benchBenefits({ benefits, families }: Catalogue): SearchedBenefit[] {
  const missing = Math.max(0, BENEFITS - benefits.length);
  const made = Array.from({ length: missing }, (_, i) => ({
    id: `essai-${i}` as BenefitId,
    family: families[i % families.length]!.id,
    label: `Essai numéro ${i}`,
    shortLabel: `Essai ${i}`,
    synonyms: [`épreuve ${i}`],
    values: {},
    mainValue: null,
  }));
  return [...benefits, ...made];
}

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'al an ar bel bri cal cor dan dor el far gal hon jar kel lam lor mar nel or pan quin ral sor tan ur val vor zel mon ter nis rec du'.split(' '); // prettier-ignore
const TRADES = 'Transports Boulangerie Garage Clinique Ateliers Imprimerie Conserverie Pharmacie Menuiserie Conseil Services Distribution Industries Électricité Hôtel Société Groupe Maison'.split(' '); // prettier-ignore

export const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)]!;
/** The first values of a list far more often than the last. */
const pickSkewed = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() ** 2.5 * list.length)]!;

export function wordOf(random: () => number): string {
  const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join('');
  return word[0]!.toUpperCase() + word.slice(1);
}

/** Two claims in three say their main value, most of them a round one. */
function benefitAndValues(random: () => number, { id, mainValue }: SearchedBenefit) {
  const isSaid = mainValue !== null && random() < 0.67;
  const value = random() < 0.8 ? 5 * Math.floor(random() * 20) : Math.floor(random() * 10_000) / 100;
  return { benefit: id, values: isSaid ? { [mainValue]: value } : {} };
}

type Commune = { name: string; code: string; lat: number; lon: number };

/** Thirty invented communes in each department, the first ones the largest, around a centre of its own. */
function communesOf(random: () => number, departments: readonly string[]): Map<string, Commune[]> {
  return new Map(
    departments.map((department) => {
      const [lat, lon] = [43 + random() * 7, -2 + random() * 8];
      const communes = Array.from({ length: 30 }, (_, i) => ({
        name: wordOf(random),
        code: `${department}${String(i + 1).padStart(5 - department.length, '0')}`,
        lat: Math.round((lat + random() - 0.5) * 1e5) / 1e5,
        lon: Math.round((lon + random() - 0.5) * 1e5) / 1e5,
      }));
      return [department, communes];
    }),
  );
}

/** The communes of the employers below, as facts list them. */
export const benchPlaces = (catalogue: Catalogue): Place[] =>
  Array.from(communesOf(randomFrom(5), catalogue.departments.map(({ code }) => code)).entries()).flatMap(
    ([departmentCode, communes]) =>
      communes.map((commune) => ({ ...placeOf(commune, departmentCode, catalogue), employers: 1 })),
  ); // prettier-ignore

const placeOf = ({ code, name, lat, lon }: Commune, departmentCode: string, catalogue: Catalogue) => ({
  communeCode: code,
  communeName: name,
  departmentCode,
  regionCode: catalogue.departmentByCode.get(departmentCode)!.regionCode,
  position: { lat, lon },
});

function scopeOf(random: () => number, sites: readonly { departmentCode: string; communeCode: string }[]) {
  if (sites.length < 2 || random() >= 0.15) return { departments: null, communes: null };
  const { departmentCode, communeCode } = pick(random, sites);
  return { departments: [departmentCode], communes: [communeCode] };
}

/** Invented employers with about ten claims each, shaped like the real ones: most in one department, few large. */
export function* benchDocuments(count: number, catalogue: Catalogue): Iterable<SearchDocument> {
  const random = randomFrom(7);
  const departments = catalogue.departments.map(({ code }) => code);
  const sectors = [...catalogue.nafDivisions.keys()];
  const bands = [...catalogue.headcountBands.keys()];
  const benefits = benchBenefits(catalogue);
  const communes = communesOf(randomFrom(5), departments);
  const branches = [...catalogue.idccLabels.keys()];
  for (let i = 0; i < count; i++) {
    const places = Array.from({ length: random() < 0.8 ? 1 : 2 + Math.floor(random() * 6) }, () =>
      pickSkewed(random, departments),
    );
    const own = [...new Set(places)];
    const sites = own.map((code) => placeOf(pickSkewed(random, communes.get(code)!), code, catalogue));
    const claims = Array.from({ length: Math.floor(random() ** 2 * 30) }, () => ({
      ...benefitAndValues(random, pickSkewed(random, benefits)),
      state: pickSkewed(random, CLAIM_STATES),
      ...scopeOf(random, sites),
    }));
    yield {
      siren: String(100000000 + i) as Siren,
      name:
        random() < 0.6 ? `${pick(random, TRADES)} ${wordOf(random)}` : `${wordOf(random)} ${wordOf(random)}`,
      aliases: random() < 0.2 ? [wordOf(random)] : [],
      isFictional: true,
      departments: own,
      placeBasis: 'establishments',
      communeName: sites[0]!.communeName,
      places: sites.toSorted((a, b) => (a.communeCode < b.communeCode ? -1 : 1)),
      branches: random() < 0.8 ? [pickSkewed(random, branches)] : [],
      nafDivision: pickSkewed(random, sectors),
      nafLabel: 'Programmation informatique',
      headcountBand: pickSkewed(random, bands),
      headcountLabel: '20 à 49 salariés',
      agreements: 1 + Math.floor(random() * 4),
      claims,
    };
  }
}
