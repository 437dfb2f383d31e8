import type { Catalogue } from '#catalogue/catalogue.ts';
import { countByBand, countByBenefit, countEmployers, countRead, countByYear } from '#db/facts/advice.ts';
import type { BenefitId } from '#domain/ids.ts';
import type { PanelScope } from '#domain/panel.ts';
import { searchHref } from '../links.ts';
import { viewThemes } from '../qvct.ts';
import { sizeGroups, type SizeGroup } from './sizes.ts';

/** Employers that grant one benefit, out of those of its column. */
export type PanelCell = { granting: number; employers: number; href: string };
export type PanelRow = { id: BenefitId; label: string; all: PanelCell; bySize: PanelCell[] };
export type PanelTheme = { id: string; label: string; sentence: string; rows: PanelRow[] };

export type PanelView = {
  employers: number;
  /** Employers that filed a text which could be read: only these can show a benefit. */
  read: number;
  sizes: SizeGroup[];
  themes: PanelTheme[];
  years: { year: string; agreements: number; employers: number }[];
};

/** The list behind a figure: the same filters, in the search. */
export function listHref(scope: PanelScope, benefit?: BenefitId): string {
  return searchHref({
    ...(benefit ? { avantage: benefit } : {}),
    departement: scope.departments ?? [],
    secteur: scope.divisions ?? [],
    effectif: scope.bands ?? [],
  });
}

/** Figures of one group of employers, organisation of work first. */
export function viewPanel(scope: PanelScope, catalogue: Catalogue): PanelView {
  const employers = countEmployers(scope);
  const sizes = scope.bands ? [] : sizeGroups(countByBand(scope));
  const columns = sizes.map((size) => {
    const narrower = { ...scope, bands: size.bands };
    return { scope: narrower, employers: size.employers, counts: countByBenefit(narrower) };
  });
  const counts = countByBenefit(scope);
  const cell = (id: BenefitId, at: PanelScope, total: number, by: ReadonlyMap<BenefitId, number>): PanelCell => ({
    granting: by.get(id) ?? 0,
    employers: total,
    href: listHref(at, id),
  }); // prettier-ignore
  return {
    employers,
    read: countRead(scope),
    sizes,
    years: countByYear(scope),
    themes: viewThemes(catalogue).map(({ id, label, sentence, benefits }) => ({
      id,
      label,
      sentence,
      rows: benefits
        .map((benefit) => ({
          id: benefit.id,
          label: benefit.label,
          all: cell(benefit.id, scope, employers, counts),
          bySize: columns.map((column) => cell(benefit.id, column.scope, column.employers, column.counts)),
        }))
        .sort((a, b) => b.all.granting - a.all.granting || a.label.localeCompare(b.label, 'fr')),
    })),
  };
}
