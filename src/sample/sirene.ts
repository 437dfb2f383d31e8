import proj4 from 'proj4';
import { addDays, type IsoDate } from '#domain/dates.ts';
import { zoneOf } from '#domain/projection.ts';
import type { Employer, Site } from './employer.ts';
import type { Calendar } from './life.ts';
import { headOffice } from './employer.ts';
import { createRandom, type Random } from './random.ts';
import { registerName } from './names.ts';
import { STREETS, type Place } from './places.ts';

/** The 35 columns of StockUniteLegale_utf8.csv, in INSEE's order. */
export const UNIT_COLUMNS = [
  'siren', 'statutDiffusionUniteLegale', 'unitePurgeeUniteLegale', 'dateCreationUniteLegale', 'sigleUniteLegale',
  'sexeUniteLegale', 'prenom1UniteLegale', 'prenom2UniteLegale', 'prenom3UniteLegale', 'prenom4UniteLegale',
  'prenomUsuelUniteLegale', 'pseudonymeUniteLegale', 'identifiantAssociationUniteLegale', 'trancheEffectifsUniteLegale',
  'anneeEffectifsUniteLegale', 'dateDernierTraitementUniteLegale', 'nombrePeriodesUniteLegale', 'categorieEntreprise',
  'anneeCategorieEntreprise', 'dateDebut', 'etatAdministratifUniteLegale', 'nomUniteLegale', 'nomUsageUniteLegale',
  'denominationUniteLegale', 'denominationUsuelle1UniteLegale', 'denominationUsuelle2UniteLegale',
  'denominationUsuelle3UniteLegale', 'categorieJuridiqueUniteLegale', 'activitePrincipaleUniteLegale',
  'nomenclatureActivitePrincipaleUniteLegale', 'nicSiegeUniteLegale', 'economieSocialeSolidaireUniteLegale',
  'societeMissionUniteLegale', 'caractereEmployeurUniteLegale', 'activitePrincipaleNAF25UniteLegale',
] as const; // prettier-ignore

const ADDRESS = [
  'complementAdresse', 'numeroVoie', 'indiceRepetition', 'dernierNumeroVoie', 'indiceRepetitionDernierNumeroVoie', 'typeVoie',
  'libelleVoie', 'codePostal', 'libelleCommune', 'libelleCommuneEtranger', 'distributionSpeciale', 'codeCommune', 'codeCedex',
  'libelleCedex', 'codePaysEtranger', 'libellePaysEtranger',
] as const; // prettier-ignore
const SECOND_ADDRESS = ADDRESS.filter(
  (name) => name !== 'dernierNumeroVoie' && name !== 'indiceRepetitionDernierNumeroVoie',
);

/** The 54 columns of StockEtablissement_utf8.csv, in INSEE's order. */
export const ESTABLISHMENT_COLUMNS: readonly string[] = [
  'siren', 'nic', 'siret', 'statutDiffusionEtablissement', 'dateCreationEtablissement', 'trancheEffectifsEtablissement',
  'anneeEffectifsEtablissement', 'activitePrincipaleRegistreMetiersEtablissement', 'dateDernierTraitementEtablissement',
  'etablissementSiege', 'nombrePeriodesEtablissement', ...ADDRESS.map((name) => `${name}Etablissement`),
  'identifiantAdresseEtablissement', 'coordonneeLambertAbscisseEtablissement', 'coordonneeLambertOrdonneeEtablissement',
  ...SECOND_ADDRESS.map((name) => `${name}2Etablissement`), 'dateDebut', 'etatAdministratifEtablissement',
  'enseigne1Etablissement', 'enseigne2Etablissement', 'enseigne3Etablissement', 'denominationUsuelleEtablissement',
  'activitePrincipaleEtablissement', 'nomenclatureActivitePrincipaleEtablissement', 'caractereEmployeurEtablissement',
  'activitePrincipaleNAF25Etablissement',
]; // prettier-ignore

/** The stock is of the first of November on the default day; its newest line says so. */
const STOCK_AGE = 20;
const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** Where INSEE masks a value of a partially disclosed unit. */
const MASKED = '[ND]';

/** NAF 2025 of the sectors that have one class there, without dot; those that are split have none, as in many real rows. */
const NAF_2025: Record<string, string> = {
  '1071A': '1071G', '1812Z': '1812Y', '2042Z': '2042Y', '2120Z': '2120Y', '2822Z': '2822Y', '3600Z': '3600Y', '3811Z': '3811Y',
  '4120B': '4100H', '4321A': '4321G', '4632A': '4632G', '4711F': '4711K', '4761Z': '4761Y', '4931Z': '4931G', '4941A': '4941G',
  '5510Z': '5510Y', '5610A': '5611G', '6201Z': '6210Y', '6202A': '6220G', '6419Z': '6419Y', '6512Z': '6512Y', '6622Z': '6622Y',
  '6920Z': '6920Y', '7112B': '7112Y', '8121Z': '8121Y', '8220Z': '8220Y', '8559A': '8559G', '8610Z': '8610Y', '8710A': '8710G',
  '8810A': '8810G', '8891A': '8891G', '8899B': '8899H', '2562B': '2553Y', '5814Z': '5813Y', '7022Z': '7020Y', '7219Z': '7210H',
  '9004Z': '9031H',
}; // prettier-ignore

const naf2025 = ({ sector }: Employer): string => {
  const code = NAF_2025[sector.naf];
  return code ? dotted(code) : '';
};

const dotted = (naf: string): string => `${naf.slice(0, 2)}.${naf.slice(2)}`;
const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const line = (columns: readonly string[], values: Record<string, string>): string =>
  `${columns.map((name) => quoted(values[name] ?? '')).join(',')}\n`;

function legalCategory(employer: Employer, random: Random): string {
  if (employer.isSoleTrader) return '1000';
  if (employer.sector.isAssociation) return '9220';
  if (employer.sector.naf === '6512Z') return '8210';
  return employer.headcount > 50 ? '5710' : random.pick(['5499', '5710']);
}

const category = ({ headcount }: Employer): string =>
  headcount >= 2000 ? 'GE' : headcount >= 250 ? 'ETI' : 'PME';

/** The line of the unit; the headcount band is two years older than the stock. */
export function unitLine(seed: string, employer: Employer, { today }: Calendar): string {
  const year = yearOf(today);
  const random = createRandom(seed, 'sirene', employer.index);
  const isMasked = employer.isPartiallyDisclosed;
  const person: Record<string, string> = employer.isSoleTrader
    ? {
        sexeUniteLegale: 'F',
        prenom1UniteLegale: 'CAMILLE',
        prenomUsuelUniteLegale: 'CAMILLE',
        nomUniteLegale: 'EXEMPLE',
      }
    : { denominationUniteLegale: isMasked ? MASKED : employer.legalName };
  return line(UNIT_COLUMNS, {
    siren: employer.siren,
    statutDiffusionUniteLegale: isMasked ? 'P' : 'O',
    dateCreationUniteLegale: employer.createdOn,
    ...person,
    sigleUniteLegale: random.chance(0.15) && !isMasked ? initials(employer.name) : '',
    identifiantAssociationUniteLegale: '',
    trancheEffectifsUniteLegale: employer.headcountBand,
    anneeEffectifsUniteLegale: String(year - 2),
    dateDernierTraitementUniteLegale: `${addDays(today, -STOCK_AGE - (employer.index === 0 ? 0 : random.int(0, 500)))}T08:14:27.000`,
    nombrePeriodesUniteLegale: String(random.int(1, 6)),
    categorieEntreprise: category(employer),
    anneeCategorieEntreprise: String(year - 2),
    dateDebut: `${year - random.int(2, 9)}-01-01`,
    etatAdministratifUniteLegale: employer.isActive ? 'A' : 'C',
    categorieJuridiqueUniteLegale: legalCategory(employer, random),
    activitePrincipaleUniteLegale: dotted(employer.sector.naf),
    nomenclatureActivitePrincipaleUniteLegale: 'NAFRev2',
    nicSiegeUniteLegale: headOffice(employer).siret.slice(9),
    economieSocialeSolidaireUniteLegale: employer.sector.isAssociation ? 'O' : 'N',
    societeMissionUniteLegale: random.chance(0.03) ? 'O' : 'N',
    caractereEmployeurUniteLegale: 'O',
    activitePrincipaleNAF25UniteLegale: naf2025(employer),
  });
}

const initials = (name: string): string => registerName(name).split(/[^A-Z]+/).map((word) => word[0] ?? '').join('').slice(0, 5); // prettier-ignore

/** One line for each establishment. */
export function establishmentLines(seed: string, employer: Employer, calendar: Calendar): string {
  const random = createRandom(seed, 'sites', employer.index);
  return employer.sites.map((site) => siteLine(employer, site, calendar, random)).join('');
}

const ABOUT_A_KILOMETRE = 0.01;

/** Coordinates as INSEE prints them: metres in the projection of the territory. */
function metres({ position, department }: Place, isMasked: boolean, random: Random): Record<string, string> {
  const [east, north] = [random.int(-100, 100), random.int(-100, 100)];
  const { projection } = zoneOf(department)!;
  const [x, y] = proj4(projection).forward([
    position.lon + (ABOUT_A_KILOMETRE * east) / 100,
    position.lat + (ABOUT_A_KILOMETRE * north) / 100,
  ]) as [number, number];
  return {
    coordonneeLambertAbscisseEtablissement: isMasked ? MASKED : x.toFixed(2),
    coordonneeLambertOrdonneeEtablissement: isMasked ? MASKED : y.toFixed(2),
  };
}

function siteLine(employer: Employer, site: Site, { today }: Calendar, random: Random): string {
  const year = yearOf(today);
  const [type, street] = random.pick(STREETS);
  const isMasked = employer.isPartiallyDisclosed;
  return line(ESTABLISHMENT_COLUMNS, {
    siren: employer.siren,
    nic: site.siret.slice(9),
    siret: site.siret,
    statutDiffusionEtablissement: isMasked ? 'P' : 'O',
    dateCreationEtablissement: employer.createdOn,
    trancheEffectifsEtablissement: employer.sites.length === 1 ? employer.headcountBand : '',
    anneeEffectifsEtablissement: employer.sites.length === 1 ? String(year - 2) : '',
    dateDernierTraitementEtablissement: `${addDays(today, -STOCK_AGE - (employer.index === 0 ? 0 : random.int(0, 500)))}T05:31:02.000`,
    etablissementSiege: String(site.isHeadOffice),
    nombrePeriodesEtablissement: '2',
    numeroVoieEtablissement: isMasked ? MASKED : String(random.int(1, 140)),
    typeVoieEtablissement: isMasked ? MASKED : type,
    libelleVoieEtablissement: isMasked ? MASKED : street,
    codePostalEtablissement: isMasked ? MASKED : site.place.postcode,
    libelleCommuneEtablissement: registerName(site.place.name),
    codeCommuneEtablissement: site.place.code,
    ...metres(site.place, isMasked, random),
    dateDebut: employer.createdOn,
    etatAdministratifEtablissement: site.isOpen ? 'A' : 'F',
    enseigne1Etablissement: site.tradeName && !isMasked ? registerName(site.tradeName) : '',
    activitePrincipaleEtablissement: dotted(employer.sector.naf),
    nomenclatureActivitePrincipaleEtablissement: 'NAFRev2',
    caractereEmployeurEtablissement: 'O',
    activitePrincipaleNAF25Etablissement: naf2025(employer),
  });
}
