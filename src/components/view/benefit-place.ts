import type { Catalogue } from '#catalogue/catalogue.ts';
import {
  countAlone,
  countEmployers,
  countGrantingByDepartment,
  listCovered,
  listHolders,
} from '#db/facts/advice.ts';
import type { Benefit } from '#domain/benefit.ts';
import { count, formatNumber, plural } from '#domain/french.ts';
import type { BenefitId } from '#domain/ids.ts';
import { FRANCE } from '#domain/panel.ts';
import { territoryOfDepartment, type Territory } from './advice/territories.ts';
import { viewEmployerRow, type EmployerRow } from './benefit.ts';
import { benefitHref } from './links.ts';
import type { SiteLink } from './site-links.ts';

/** Fewer employers make no page: it would say little, and too much of each. */
export const BENEFIT_PLACE_MINIMUM = 5;
const SHOWN = 60;

export const benefitPlaceHref = (benefit: BenefitId, { slug }: Territory): string =>
  `${benefitHref(benefit)}/${slug}`;

export type BenefitPlace = { sentence: string; granting: number; rows: EmployerRow[] };

/** Who grants a benefit in one department, in order of name, out of those with a published agreement there. */
export function viewBenefitPlace(benefit: Benefit, { code, departments, name }: Territory): BenefitPlace {
  const department = departments[0] ?? code;
  const granting = countGrantingByDepartment([benefit.id], FRANCE).get(department) ?? 0;
  const employers = countEmployers({ ...FRANCE, departments });
  const alone = countAlone(benefit.id, department);
  const others = alone > 0 ? ` ${count(alone, 'autre employeur', 'autres employeurs')}, sans accord publié, ${plural(alone, 'le déclare', 'le déclarent')}.` : ''; // prettier-ignore
  const rows = listHolders(benefit.id, department, SHOWN).map(({ siren, name: employer, place, claim }) =>
    viewEmployerRow(benefit, { siren, name: employer, place, claim }),
  );
  return {
    sentence: `${name}\u00a0: ${count(granting, 'employeur')} sur ${formatNumber(employers)} avec un accord publié ${plural(granting, 'a', 'ont')} un texte en vigueur ou une déclaration qui l’atteste.${others}`,
    granting,
    rows,
  };
}

/** Departments with a page for this benefit, in order of name. */
export const placesOfBenefit = (
  benefit: BenefitId,
  catalogue: Catalogue,
): (SiteLink & { employers: number })[] =>
  listCovered(BENEFIT_PLACE_MINIMUM)
    .filter((each) => each.benefit === benefit)
    .flatMap(({ department, employers }) => {
      const territory = territoryOfDepartment(catalogue, department);
      return territory
        ? [{ label: territory.name, href: benefitPlaceHref(benefit, territory), employers }]
        : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
