import { formatDate } from '#domain/dates.ts';
import { capitalize, count, NO_BREAK_SPACE } from '#domain/french.ts';
import type { EmployerProfile, Identity, LinkedUnit } from '#domain/profile.ts';
import { sourceWords } from './claim-card.ts';
import { employerHref, spaceNumber } from './links.ts';
import { showName } from './names.ts';

/** One line of « Repères »; `note` says how the value is to be read. */
export type IdentityRow = { term: string; value: string; note?: string };

export type LinkedView = { name: string; siren: string; href: string | null; date: string };

export type IdentityView = {
  rows: IdentityRow[];
  formers: LinkedView[];
  followedBy: LinkedView | null;
  isOpen: boolean;
  /** The mention the licence asks for; null where SIRENE is silent. */
  source: string | null;
};

/** The category of INSEE is that of the whole group: a small subsidiary of a large group is « grande entreprise ». */
const CATEGORIES: Record<string, string> = {
  PME: 'Petite ou moyenne entreprise',
  ETI: 'Entreprise de taille intermédiaire',
  GE: 'Grande entreprise',
};

const NAMES_MAX = 6;

/** `6201Z` → « 62.01Z » */
const dotted = (code: string): string => code.replace(/^(\d\d)(\d)/, '$1.$2');

/** What the register says of an employer, ready to read. Nothing is said of a status that is not held. */
export function viewIdentity(
  { siren, identity, nafCode }: Pick<EmployerProfile, 'siren' | 'identity' | 'nafCode'>,
  { place, sector }: { place: string | null; sector: string | null },
): IdentityView {
  const rows: (IdentityRow | null)[] = [
    { term: 'SIREN (numéro de l’entreprise)', value: spaceNumber(siren) },
    row('Lieu', place),
    row('Activité', sector, nafCode ? `${dotted(nafCode)}, nomenclature NAF rév. 2` : undefined),
    ...(identity ? registerRows(identity) : []),
  ];
  return {
    rows: rows.filter((each) => each !== null),
    formers: identity?.formerSirens.map(linkedView) ?? [],
    followedBy: identity?.followedBy ? linkedView(identity.followedBy) : null,
    isOpen: identity?.isActive ?? true,
    source: identity && sourceWords(identity.provenance),
  };
}

function registerRows(identity: Identity): (IdentityRow | null)[] {
  const { headcountLabel, headcountYear, groupCategory, groupCategoryYear, legalCategory } = identity;
  const statuses = [
    identity.isEss === true ? 'économie sociale et solidaire' : null,
    identity.isMission === true ? 'société à mission' : null,
  ].filter((status) => status !== null);
  const category = groupCategory && CATEGORIES[groupCategory];
  return [
    row(
      'Activité en NAF 2025',
      identity.naf2025Label,
      identity.naf2025Code ? `${dotted(identity.naf2025Code)}, code officiel à partir du 1er${NO_BREAK_SPACE}janvier 2027` : undefined,
    ),
    row(
      'Effectif',
      headcountLabel,
      headcountYear ? `de cette entreprise seule, fin ${headcountYear}` : 'de cette entreprise seule',
    ),
    row(
      'Taille du groupe',
      category || null,
      groupCategoryYear ? `catégorie de l’Insee pour ${groupCategoryYear}, filiales comprises` : 'catégorie de l’Insee, filiales comprises',
    ),
    row('Forme juridique', legalCategory?.label ?? null),
    row('Statut', statuses.length > 0 ? capitalize(statuses.join(', ')) : null),
    row('Établissements ouverts', count(identity.establishmentCount, 'établissement')),
    row('Sigle', identity.acronym && showName(identity.acronym)),
    row('Autres noms et enseignes', namesOf(identity.tradeNames)),
  ]; // prettier-ignore
}

const row = (term: string, value: string | null, note?: string): IdentityRow | null =>
  value ? { term, value, ...(note ? { note } : {}) } : null;

function namesOf(names: readonly string[]): string | null {
  const shown = names.slice(0, NAMES_MAX).map(showName);
  const more = names.length - shown.length;
  return shown.length === 0 ? null : shown.join(', ') + (more > 0 ? ` et ${count(more, 'autre')}` : '');
}

const linkedView = ({ siren, name, on, hasAgreements }: LinkedUnit): LinkedView => ({
  name: showName(name),
  siren: spaceNumber(siren),
  href: hasAgreements ? employerHref(siren) : null,
  date: formatDate(on),
});
