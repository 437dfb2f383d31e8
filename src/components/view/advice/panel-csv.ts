import type { IsoDate } from '#domain/dates.ts';
import { readFigures } from '#db/facts/read.ts';
import { answerSpreadsheet } from '../spreadsheet.ts';
import type { PanelCell, PanelView } from './panel.ts';

const HEAD = [
  'groupe', 'theme', 'avantage', 'code_avantage', 'taille', 'employeurs_avec_accord_publie', 'employeurs_avec_avantage_en_vigueur',
  'liste', 'donnees_du', 'source', 'licence',
] as const; // prettier-ignore

/** One line a benefit and a size; figures in the columns, what they count in their names. */
function panelRows(
  panel: PanelView,
  group: string,
  { dataOn, site }: { dataOn: IsoDate | null; site: URL | string },
): string[][] {
  const line = (theme: string, label: string, id: string, size: string, cell: PanelCell): string[] => [
    group, theme, label, id, size, String(cell.employers), String(cell.granting), new URL(cell.href, site).href, dataOn ?? '',
    'DILA, base ACCO ; lecture Star finder', 'Licence Ouverte 2.0',
  ]; // prettier-ignore
  const lines = panel.themes.flatMap((theme) =>
    theme.rows.flatMap(({ id, label, all, bySize }) => [
      line(theme.label, label, id, 'toutes tailles', all),
      ...bySize.map((cell, at) => line(theme.label, label, id, panel.sizes[at]!.label, cell)),
    ]),
  );
  return [[...HEAD], ...lines];
}

/** The answer of a page's « .csv » address. */
export const panelResponse = (panel: PanelView, group: string, name: string, site: URL | string): Response =>
  answerSpreadsheet(panelRows(panel, group, { dataOn: readFigures().dataOn, site }), name);
