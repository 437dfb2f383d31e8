import type { Catalogue } from '#catalogue/catalogue.ts';
import { countByBenefit, countEmployers, listClauses } from '#db/facts/advice.ts';
import { readProfile } from '#db/facts/read.ts';
import { divisionOfNaf } from '#catalogue/naf.ts';
import type { Benefit } from '#domain/benefit.ts';
import { count } from '#domain/french.ts';
import { isLiveState, LIVE_STATES, shownState } from '#domain/claim.ts';
import { Siret, type BenefitId, type Siren } from '#domain/ids.ts';
import { FRANCE, PANEL_MINIMUM, type PanelScope } from '#domain/panel.ts';
import { showName } from '../names.ts';
import { viewClause, type ClauseView } from './clauses.ts';
import { sectorLadder } from './sectors.ts';
import { sizeLadder } from './sizes.ts';
import { findTerritory, placeLadder, territoryOfDepartment, type Territory } from './territories.ts';

/** Model clauses shown with each benefit. */
const MODELS = 5;
/** Benefits shown with their clauses; the others are listed. */
const SHOWN_BENEFITS = 12;

/** Who the visitor asks about: a SIRET, or size, sector and place. Nothing of it is kept. */
export type PeerChoice = {
  siret: string;
  /** Why the SIRET leads nowhere; null when it does, or none was given. */
  problem: string | null;
  employer: { siren: Siren; name: string } | null;
  band: string | null;
  division: string | null;
  territory: Territory | null;
};

export function readPeerChoice(params: URLSearchParams, catalogue: Catalogue): PeerChoice {
  const given = (name: string): string => (params.get(name) ?? '').trim().slice(0, 60);
  const siret = given('siret').replace(/\s/g, '');
  const band = catalogue.headcountBands.has(given('taille')) ? given('taille') : null;
  const division = catalogue.nafDivisions.has(given('secteur')) ? given('secteur') : null;
  const territory = findTerritory(catalogue, given('territoire'));
  const chosen = { siret, band, division, territory, problem: null, employer: null };
  if (siret === '') return chosen;
  const parsed = Siret.safeParse(siret);
  const isSiren = /^\d{9}$/.test(siret);
  if (!parsed.success && !isSiren)
    return {
      ...chosen,
      problem: 'Un SIRET compte 14 chiffres, un SIREN 9. Vérifiez le numéro, ou décrivez l’entreprise ci-dessous.',
    };
  const profile = readProfile(siret.slice(0, 9) as Siren);
  if (!profile)
    return {
      ...chosen,
      problem:
        'Nous n’avons pas de texte publié de cette entreprise : sa taille, son secteur et son lieu nous sont inconnus. Choisissez-les ci-dessous.',
    };
  const place = profile.identity?.establishments.find((each) => each.siret === siret)?.departmentCode;
  const department = place ?? profile.departments[0];
  return {
    ...chosen,
    employer: { siren: profile.siren, name: showName(profile.name) },
    band: band ?? profile.identity?.headcountBand ?? null,
    division: division ?? divisionOfNaf(profile.nafCode),
    territory: territory ?? (department ? territoryOfDepartment(catalogue, department) : null),
  };
} // prettier-ignore

export type PeerGroup = {
  scope: PanelScope;
  employers: number;
  /** « 10 à 49 salariés », « Programmation informatique », « Bretagne »: what the employers have in common. */
  labels: { size: string | null; sector: string | null; place: string | null };
  /** What was widened, in words. */
  widened: string[];
};

type Step = { label: string; size: number; sector: number; place: number };

/**
 * The narrowest group of at least ten: first the place is widened (department, region, France), then the sector (division,
 * section, all), then the size (its neighbours, all).
 */
export function findPeers(choice: PeerChoice, catalogue: Catalogue): PeerGroup {
  const sizes = choice.band ? sizeLadder(choice.band) : [];
  const sectors = choice.division ? sectorLadder(catalogue, choice.division) : [];
  const places = choice.territory ? placeLadder(choice.territory) : [];
  const at = <T>(ladder: readonly T[], step: number): T | undefined => ladder[Math.min(step, ladder.length - 1)];
  const groupOf = ({ size, sector, place }: Omit<Step, 'label'>): PeerGroup => {
    const bySize = size < sizes.length ? sizes[size] : undefined;
    const bySector = at(sectors, sector);
    const byPlace = at(places, place);
    const scope = {
      departments: byPlace?.scope.departments ?? null,
      divisions: bySector?.scope.divisions ?? null,
      bands: bySize?.bands ?? null,
    };
    const widened = [
      ...(place > 0 && byPlace ? [scope.departments ? `le lieu à « ${byPlace.label} »` : 'le lieu à la France entière'] : []),
      ...(sector > 0 && bySector ? [scope.divisions ? `le secteur à « ${bySector.label} »` : 'le secteur à toutes les activités'] : []),
      ...(size > 0 && sizes.length > 0 ? [bySize ? `la taille à « ${bySize.label} »` : 'l’effectif à toutes les tailles'] : []),
    ];
    return {
      scope,
      employers: countEmployers(scope),
      labels: {
        size: bySize?.label ?? null,
        sector: scope.divisions ? (bySector?.label ?? null) : null,
        place: scope.departments ? (byPlace?.label ?? null) : null,
      },
      widened,
    };
  };
  for (let size = 0; size <= sizes.length; size++)
    for (let sector = 0; sector < Math.max(1, sectors.length); sector++)
      for (let place = 0; place < Math.max(1, places.length); place++) {
        const group = groupOf({ size, sector, place });
        if (group.employers >= PANEL_MINIMUM) return group;
      }
  return { scope: FRANCE, employers: countEmployers(FRANCE), labels: { size: null, sector: null, place: null }, widened: ['tous les critères'] };
} // prettier-ignore

/** « 53 employeurs de 10 à 49 salariés, Programmation informatique, Bretagne, » */
export function describeGroup({ employers, labels: { size, sector, place } }: PeerGroup): string {
  const what = [sector, place].flatMap((label) => (label ? [`, ${label}`] : [])).join('');
  return `${count(employers, 'employeur')}${size ? ` de ${size}` : ''}${what}${what ? ',' : ''}`;
}

export type PeerBenefit = {
  benefit: Benefit;
  granting: number;
  /** The visitor's own firm has it in force. */
  isOwn: boolean;
  clauses: ClauseView[];
};

/** What similar employers agreed, most common first, each with clauses of theirs to start from. */
export function viewPeers(
  group: PeerGroup,
  employer: PeerChoice['employer'],
  catalogue: Catalogue,
  site: URL | string,
): PeerBenefit[] {
  const counts = countByBenefit(group.scope);
  const own = new Set<BenefitId>(
    (employer && readProfile(employer.siren)?.entries.filter(({ lead }) => isLiveState(shownState(lead))).map(({ benefit }) => benefit)) || [],
  ); // prettier-ignore
  return catalogue.benefits
    .map((benefit) => ({ benefit, granting: counts.get(benefit.id) ?? 0, isOwn: own.has(benefit.id) }))
    .filter(({ granting }) => granting > 0)
    .sort((a, b) => b.granting - a.granting || a.benefit.label.localeCompare(b.benefit.label, 'fr'))
    .map((row, rank) => ({
      ...row,
      clauses:
        rank < SHOWN_BENEFITS
          ? listClauses(
              { benefits: [row.benefit.id], scope: group.scope, states: LIVE_STATES, isOwn: false, branch: null, bound: null },
              MODELS,
            ).map((clause) => viewClause(clause, catalogue, site))
          : [],
    }));
} // prettier-ignore
