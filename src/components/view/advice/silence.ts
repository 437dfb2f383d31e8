import type { Catalogue } from '#catalogue/catalogue.ts';
import {
  countByDepartment,
  countByDivision,
  countGrantingByDepartment,
  countGrantingByDivision,
} from '#db/facts/advice.ts';
import type { BenefitId } from '#domain/ids.ts';
import { FRANCE, PANEL_MINIMUM } from '#domain/panel.ts';
import { listHref } from './panel.ts';
import { territoryHref, territoryOfDepartment } from './territories.ts';

/** `few`: too few employers have a published agreement to say anything; `none`: enough have one, none on the subject. */
export type Trace = 'few' | 'none' | 'some';

export type SilentPlace = {
  code: string;
  name: string;
  href: string;
  listHref: string;
  employers: number;
  granting: number;
  trace: Trace;
};

export const traceOf = (employers: number, granting: number): Trace =>
  employers < PANEL_MINIMUM ? 'few' : granting === 0 ? 'none' : 'some';

/** Every department: who has any published agreement there, and who grants one of these benefits by a text in force. */
export function viewSilence(benefits: readonly BenefitId[], catalogue: Catalogue): SilentPlace[] {
  const employers = countByDepartment(FRANCE);
  const granting = countGrantingByDepartment(benefits, FRANCE);
  return catalogue.departments.map(({ code, name }) => {
    const here = employers.get(code) ?? 0;
    const territory = territoryOfDepartment(catalogue, code);
    return {
      code,
      name: `${name} (${code})`,
      href: territory ? territoryHref(territory) : '/territoires',
      listHref: listHref({ ...FRANCE, departments: [code] }),
      employers: here,
      granting: granting.get(code) ?? 0,
      trace: traceOf(here, granting.get(code) ?? 0),
    };
  });
}

/** Sectors where enough employers have a published agreement and none grants any of these benefits. */
export function silentSectors(
  benefits: readonly BenefitId[],
  catalogue: Catalogue,
): { code: string; label: string; employers: number }[] {
  const employers = countByDivision(FRANCE);
  const granting = countGrantingByDivision(benefits, FRANCE);
  return [...catalogue.nafDivisions]
    .map(([code, label]) => ({ code, label, employers: employers.get(code) ?? 0 }))
    .filter((each) => traceOf(each.employers, granting.get(each.code) ?? 0) === 'none');
}
