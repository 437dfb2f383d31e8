import type { Catalogue } from '#catalogue/catalogue.ts';
import { FRANCE, type PanelScope, type Rung } from '#domain/panel.ts';

export const sectorHref = (division: string): string => `/secteurs/${division}`;

export const divisionsOf = (catalogue: Catalogue, section: string): string[] =>
  [...catalogue.sectionByDivision].flatMap(([division, letter]) => (letter === section ? [division] : []));

/** NAF division, then its section, then every sector; the rest of the scope stays. */
export function sectorLadder(catalogue: Catalogue, division: string, scope: PanelScope = FRANCE): Rung[] {
  const section = catalogue.sectionByDivision.get(division);
  return [
    {
      scope: { ...scope, divisions: [division] },
      label: catalogue.nafDivisions.get(division) ?? `NAF ${division}`,
    },
    ...(section
      ? [
          {
            scope: { ...scope, divisions: divisionsOf(catalogue, section) },
            label: catalogue.nafSections.get(section) ?? section,
          },
        ]
      : []),
    { scope: { ...scope, divisions: null }, label: 'Tous secteurs' },
  ];
}
