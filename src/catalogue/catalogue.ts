import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Benefit, Family } from '../domain/benefit.ts';
import { EditorialFrontMatter, type EditorialPage } from '../domain/editorial.ts';
import { GlossaryEntry } from '../domain/glossary.ts';
import type { BenefitId } from '../domain/ids.ts';
import { Preset } from '../domain/preset.ts';
import { Quality, QualityNotes } from '../domain/quality.ts';
import type { QvctMapping } from '../domain/qvct-mapping.ts';
import type { QvctSchema } from '../domain/qvct-schema.ts';
import { QvctTheme } from '../domain/qvct.ts';
import { Rgaa } from '../domain/rgaa.ts';
import { typeset } from '../domain/typeset.ts';
import { ROOT } from '../env.ts';
import { checkBenefits, checkFamilies, checkNotes, checkPresets, orderQvctThemes } from './check.ts';
import { listFiles, readJson, readMarkdown, readYaml, readYamlFolder } from './files.ts';
import { listSchemaFiles, readQvctMappings, readQvctSchema } from './qvct.ts';
import { type ReferenceLists, readReferenceLists } from './reference.ts';
import {
  typesetBenefit,
  typesetFamily,
  typesetGlossaryEntry,
  typesetNotes,
  typesetPreset,
  typesetQvctTheme,
} from './typeset-content.ts';

/** Everything `content/` says, checked, typeset and in display order. */
export type Catalogue = ReferenceLists & {
  /** In order of family, then place. */
  benefits: Benefit[];
  benefitById: Map<BenefitId, Benefit>;
  families: Family[];
  familyById: Map<string, Family>;
  presets: Preset[];
  /** In the order of ANACT's framework. */
  qvctThemes: QvctTheme[];
  /** Our open schema of QVCT figures, newest version. */
  qvctSchema: QvctSchema;
  qvctMappings: QvctMapping[];
  /** In alphabetical order of term. */
  glossary: GlossaryEntry[];
  pages: EditorialPage[];
  /** How well each benefit is read, as last measured. */
  quality: Quality;
  /** What is known to go wrong, by benefit. */
  qualityNotes: QualityNotes;
  /** Our own check of the accessibility criteria. */
  rgaa: Rgaa;
  /** sha256 over every content file that can change a page or a claim. */
  hash: string;
};

const cache = new Map<string, Catalogue>();

/**
 * Reads `<root>/content`, once per root for the life of the process. Throws a SourceError naming file and field.
 * Default root: the checkout.
 */
export function loadCatalogue(root: string = ROOT): Catalogue {
  const known = cache.get(root);
  if (known) return known;
  const catalogue = readCatalogue(path.join(path.resolve(root), 'content'));
  cache.set(root, catalogue);
  return catalogue;
}

function readCatalogue(root: string): Catalogue {
  const families = readYamlFolder(root, 'families', Family)
    .map(typesetFamily)
    .sort((a, b) => a.order - b.order);
  checkFamilies(families);
  const familyById = new Map(families.map((family) => [family.id, family]));
  const order = (benefit: Benefit): number =>
    (familyById.get(benefit.family)?.order ?? 99) * 100 + benefit.place;
  const benefits = readYamlFolder(root, 'benefits', Benefit)
    .map(typesetBenefit)
    .sort((a, b) => order(a) - order(b));
  checkBenefits(benefits, familyById);
  const benefitById = new Map(benefits.map((benefit) => [benefit.id, benefit]));
  const presets = readYamlFolder(root, 'presets', Preset).map(typesetPreset);
  checkPresets(presets, benefitById);
  const qvctSchema = readQvctSchema(root);
  const qualityNotes = typesetNotes(readYaml(root, 'quality-notes.yml', QualityNotes));
  checkNotes(qualityNotes, benefitById);
  return {
    ...readReferenceLists(root),
    benefits,
    benefitById,
    families,
    familyById,
    presets,
    qvctThemes: orderQvctThemes(readYamlFolder(root, 'qvct', QvctTheme).map(typesetQvctTheme)),
    glossary: readYamlFolder(root, 'glossary', GlossaryEntry)
      .map(typesetGlossaryEntry)
      .sort((a, b) => a.term.localeCompare(b.term, 'fr')),
    qvctSchema,
    qvctMappings: readQvctMappings(root, qvctSchema),
    pages: readPages(root),
    quality: readJson(root, 'quality.json', Quality),
    qualityNotes,
    rgaa: readYaml(root, 'rgaa.yml', Rgaa),
    hash: hashContent(root),
  };
}

function readPages(root: string): EditorialPage[] {
  return listFiles(root, 'pages', '.md').map((name) => {
    const { front, body } = readMarkdown(root, `pages/${name}`, EditorialFrontMatter);
    return {
      id: name.slice(0, -'.md'.length),
      title: typeset(front.title),
      description: typeset(front.description),
      reviewedOn: front.reviewedOn,
      body: typeset(body),
    };
  });
}

const HASHED: readonly [string, string][] = [
  ['benefits', '.yml'],
  ['families', '.yml'],
  ['glossary', '.yml'],
  ['pages', '.md'],
  ['presets', '.yml'],
  ['qvct', '.yml'],
  ['qvct/mappings', '.yml'],
  ['reference', '.json'],
];

function hashContent(root: string): string {
  const hash = createHash('sha256');
  const add = (file: string): void =>
    void hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  for (const [folder, extension] of HASHED)
    for (const name of listFiles(root, folder, extension)) add(`${folder}/${name}`);
  ['quality.json', 'quality-notes.yml'].forEach(add);
  for (const { path: file } of listSchemaFiles(root)) add(`qvct/schema/${file}`);
  return hash.digest('hex');
}
