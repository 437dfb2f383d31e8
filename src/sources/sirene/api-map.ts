import { z } from 'zod';
import { isSiretValid, type Siren, type Siret } from '#domain/ids.ts';
import { departmentOfCommune, roundPosition } from '#domain/place.ts';
import { NOTHING, townName, type EstablishmentItem, type UnitItem } from './map.ts';

const text = z.string().nullish();

/** An establishment as API recherche-entreprises prints it; keys that are not read here may come and go. */
const ApiSite = z.object({
  siret: z.string(),
  est_siege: z.boolean().nullish(),
  etat_administratif: text,
  statut_diffusion_etablissement: text,
  commune: text,
  libelle_commune: text,
  latitude: text,
  longitude: text,
  liste_enseignes: z.array(z.string()).nullish(),
  nom_commercial: text,
  caractere_employeur: text,
});

const ApiUnit = z.object({
  siren: z.string(),
  nom_raison_sociale: text,
  sigle: text,
  activite_principale: text,
  activite_principale_naf25: text,
  categorie_entreprise: text,
  annee_categorie_entreprise: text,
  tranche_effectif_salarie: text,
  annee_tranche_effectif_salarie: text,
  nature_juridique: text,
  etat_administratif: text,
  statut_diffusion: text,
  nombre_etablissements_ouverts: z.int().nullish(),
  siege: ApiSite.nullish().catch(null),
  matching_etablissements: z.array(ApiSite).nullish().catch(null),
  complements: z
    .object({ est_ess: z.boolean().nullish(), est_societe_mission: z.boolean().nullish(), est_entrepreneur_individuel: z.boolean().nullish() })
    .nullish(),
}); // prettier-ignore

/** The answer to a search; people named in it (« dirigeants ») are not read, and so never kept. */
export const ApiAnswer = z.object({ results: z.array(ApiUnit) });
type ApiUnit = z.infer<typeof ApiUnit>;

export type LookedUp = { unit: UnitItem; establishments: EstablishmentItem[] };

const MASKED = /^\[(?:ND|NON-DIFFUSIBLE)\]$/;
const valueOf = (value: string | null | undefined): string | null => {
  const trimmed = value?.trim();
  return trimmed && !MASKED.test(trimmed) ? trimmed : null;
};
const nafOf = (value: string | null | undefined): string | null => valueOf(value)?.replace('.', '') ?? null;

/** The same facts as the stock files give. Of units that may not be shown nothing is kept but their number. */
export function fromApi(found: ApiUnit): LookedUp {
  const siren = found.siren as Siren;
  const isActive = found.etat_administratif === 'A';
  const isPublishable =
    found.statut_diffusion === 'O' &&
    !/^1|^$/.test(found.nature_juridique ?? '') &&
    found.complements?.est_entrepreneur_individuel !== true;
  const key = { type: 'unit', siren, isActive, isPublishable } as const;
  if (!isPublishable) return { unit: { ...key, ...NOTHING }, establishments: [] };
  const band = valueOf(found.tranche_effectif_salarie);
  const sites = new Map<string, z.infer<typeof ApiSite>>();
  for (const site of [...(found.matching_etablissements ?? []), found.siege ?? []].flat())
    sites.set(site.siret, { ...sites.get(site.siret), ...site });
  return {
    unit: {
      ...key,
      legalName: valueOf(found.nom_raison_sociale) ?? '',
      acronym: valueOf(found.sigle),
      tradeNames: [],
      nafCode: nafOf(found.activite_principale),
      naf2025Code: nafOf(found.activite_principale_naf25),
      headcountBand: band === 'NN' ? null : band,
      headcountYear: Number(found.annee_tranche_effectif_salarie) || null,
      groupCategory: valueOf(found.categorie_entreprise),
      groupCategoryYear: Number(found.annee_categorie_entreprise) || null,
      legalCategory: valueOf(found.nature_juridique),
      // « false » stands there for no and for not known.
      isEss: found.complements?.est_ess === true ? true : null,
      isMission: found.complements?.est_societe_mission === true ? true : null,
      headOfficeNic: found.siege?.siret.slice(9) ?? null,
      openEstablishments: found.nombre_etablissements_ouverts ?? null,
    },
    establishments: [...sites.values()].flatMap((site) => siteOf(siren, site, found.siege?.siret) ?? []),
  };
}

function siteOf(siren: Siren, site: z.infer<typeof ApiSite>, headOffice?: string): EstablishmentItem | null {
  const { siret } = site;
  if (site.statut_diffusion_etablissement !== 'O' || !isSiretValid(siret) || !siret.startsWith(siren))
    return null;
  const communeCode = valueOf(site.commune);
  const communeName = valueOf(site.libelle_commune);
  const [lat, lon] = [Number(valueOf(site.latitude) ?? NaN), Number(valueOf(site.longitude) ?? NaN)];
  const isPlaced = Number.isFinite(lat) && Number.isFinite(lon);
  return {
    type: 'establishment',
    siret: siret as Siret,
    siren,
    name: valueOf(site.liste_enseignes?.[0]) ?? valueOf(site.nom_commercial),
    communeCode,
    communeName: communeName && townName(communeName),
    departmentCode: communeCode && departmentOfCommune(communeCode),
    ...(isPlaced ? roundPosition({ lat, lon }) : { lat: null, lon: null }),
    isHeadOffice: siret === headOffice,
    isOpen: site.etat_administratif === 'A',
    isEmploying: site.caractere_employeur !== 'N',
  };
}
