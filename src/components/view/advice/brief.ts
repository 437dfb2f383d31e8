import type { Catalogue } from '#catalogue/catalogue.ts';
import { divisionOfNaf } from '#catalogue/naf.ts';
import { countByBenefit } from '#db/facts/advice.ts';
import type { Benefit } from '#domain/benefit.ts';
import { isLiveState, shownState } from '#domain/claim.ts';
import { formatDate, type IsoDate } from '#domain/dates.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { viewThemes } from '../qvct.ts';
import { stateLabel } from '../states.ts';
import { headline } from '../values.ts';
import { findPeers, type PeerGroup } from './peers.ts';
import { territoryOfDepartment } from './territories.ts';

/** One A4 holds no more. */
const THEME_LINES = 5;
const ENDINGS = 3;
const LEADS = 3;

export type Brief = {
  themes: { label: string; lines: { label: string; value: string | null; state: string }[]; more: number }[];
  endings: { title: string; ends: string }[];
  peers: PeerGroup;
  /** Common among similar employers, without a live text here. */
  leads: { benefit: Benefit; granting: number }[];
};

/** What an adviser takes to a visit. The figures are those of employers like this one, so the page is made on demand. */
export function viewBrief(profile: EmployerProfile, catalogue: Catalogue, today: IsoDate): Brief {
  const live = new Map(
    profile.entries
      .filter(({ lead }) => isLiveState(shownState(lead)))
      .map(({ benefit, lead }) => [benefit, lead]),
  );
  const department = profile.identity?.establishments[0]?.departmentCode ?? profile.departments[0];
  const peers = findPeers(
    {
      siret: '',
      problem: null,
      employer: null,
      band: profile.identity?.headcountBand ?? null,
      division: divisionOfNaf(profile.nafCode),
      territory: department ? territoryOfDepartment(catalogue, department) : null,
    },
    catalogue,
  );
  const counts = countByBenefit(peers.scope);
  return {
    themes: viewThemes(catalogue).flatMap(({ label, benefits }) => {
      const lines = benefits.flatMap((benefit) => {
        const lead = live.get(benefit.id);
        return lead
          ? [{ label: benefit.label, value: headline(benefit, lead.values), state: stateLabel(lead) }]
          : [];
      });
      return lines.length > 0
        ? [{ label, lines: lines.slice(0, THEME_LINES), more: Math.max(0, lines.length - THEME_LINES) }]
        : [];
    }),
    endings: profile.agreements
      .filter(
        ({ state, term }) =>
          (state === 'in-force' || state === 'presumed') && term.endsOn && term.endsOn >= today,
      )
      .sort((a, b) => (a.term.endsOn! < b.term.endsOn! ? -1 : 1))
      .slice(0, ENDINGS)
      .map(({ title, term }) => ({ title, ends: formatDate(term.endsOn!) })),
    peers,
    leads: catalogue.benefits
      .filter(({ id }) => !live.has(id))
      .map((benefit) => ({ benefit, granting: counts.get(benefit.id) ?? 0 }))
      .filter(({ granting }) => granting > 0)
      .sort((a, b) => b.granting - a.granting || a.benefit.label.localeCompare(b.benefit.label, 'fr'))
      .slice(0, LEADS),
  };
}
