import { z } from 'zod';
import { readJson } from './files.ts';

const Department = z.strictObject({
  code: z.string(),
  name: z.string(),
  regionCode: z.string(),
  /** Name with its preposition: « de l’Ain », « du Rhône ». */
  of: z.string(),
});
export type Department = z.infer<typeof Department>;

const Region = z.strictObject({ code: z.string(), name: z.string() });
export type Region = z.infer<typeof Region>;

const NafDivision = z.strictObject({ code: z.string(), label: z.string(), section: z.string() });
const HeadcountBand = z.strictObject({ code: z.string(), label: z.string() });
const Labels = z.record(z.string(), z.string());

/** Public nomenclatures of `content/reference`; its README names source and licence of each. */
export type ReferenceLists = {
  departments: Department[];
  departmentByCode: Map<string, Department>;
  regions: Region[];
  /** `6201Z` → label: NAF rév. 2, code without dot. */
  nafLabels: Map<string, string>;
  /** `6210Y` → label: NAF 2025, code without dot. */
  naf2025Labels: Map<string, string>;
  /** `5710` → label: legal categories of INSEE, level 3. */
  legalCategories: Map<string, string>;
  /** `62` → label. */
  nafDivisions: Map<string, string>;
  /** `J` → label. */
  nafSections: Map<string, string>;
  /** `62` → `J`. */
  sectionByDivision: Map<string, string>;
  /** SIRENE code → label, smallest band first. */
  headcountBands: Map<string, string>;
  /** Four-digit IDCC → short title. */
  idccLabels: Map<string, string>;
};

export function readReferenceLists(root: string): ReferenceLists {
  const departments = readJson(root, 'reference/departments.json', z.array(Department));
  const divisions = readJson(root, 'reference/naf-divisions.json', z.array(NafDivision));
  const bands = readJson(root, 'reference/headcount-bands.json', z.array(HeadcountBand));
  const labels = (name: string) => new Map(Object.entries(readJson(root, `reference/${name}.json`, Labels)));
  return {
    departments,
    departmentByCode: new Map(departments.map((department) => [department.code, department])),
    regions: readJson(root, 'reference/regions.json', z.array(Region)),
    nafLabels: labels('naf-rev2'),
    naf2025Labels: labels('naf-2025'),
    legalCategories: labels('legal-categories'),
    nafDivisions: new Map(divisions.map(({ code, label }) => [code, label])),
    nafSections: labels('naf-sections'),
    sectionByDivision: new Map(divisions.map(({ code, section }) => [code, section])),
    headcountBands: new Map(bands.map(({ code, label }) => [code, label])),
    idccLabels: labels('idcc'),
  };
}
