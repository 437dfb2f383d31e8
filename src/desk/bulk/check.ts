import type { Catalogue } from '#catalogue/catalogue.ts';
import { DeclarationContent, LABEL_MAX, WORDS, type BulkRow } from '#domain/declaration.ts';
import { declarationClaimId } from '#domain/declared-claim.ts';
import type { Benefit } from '#domain/benefit.ts';
import { InputError } from '#domain/errors.ts';
import type { Values } from '#domain/extraction.ts';
import type { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { cleanWords } from '../public-words.ts';
import { establishmentScope, readLabel, readProof, readWords } from '../declarations/steps.ts';
import { readNumber, readValues } from '../declarations/values.ts';
import { DECLARATIONS_MAX, PROOF_CODES, type Column } from './columns.ts';
import { mergeSites, type CheckedLine } from './sites.ts';

/** What is wrong in one cell, and what to do. */
export type BulkFault = { line: number; column: Column; value: string; words: string };
export type BulkValid = {
  line: number;
  /** How many lines say it: one for each establishment, where nothing else differs. */
  lines: number;
  siren: Siren;
  claimId: string;
  content: DeclarationContent;
};
export type BulkReport = { valid: BulkValid[]; faults: BulkFault[]; lines: number };

export type BulkContext = {
  catalogue: Catalogue;
  /** The employer of a SIREN, where this person may declare for it; null otherwise. */
  employerOf: (siren: string) => EmployerProfile | null;
  /** Claims declared already. */
  standing: (siren: Siren) => ReadonlySet<string>;
};

/** Looks at every cell of every line: all faults come at once, and nothing is stored. */
export function checkBulk(rows: readonly BulkRow[], context: BulkContext): BulkReport {
  const report: BulkReport = { valid: [], faults: [], lines: rows.length };
  const checkedRows = rows.map((row) => checkRow(row, context));
  for (const { faults } of checkedRows) report.faults.push(...faults);
  const { merged, twins } = mergeSites(
    checkedRows.flatMap(({ valid }) => valid ?? []),
    context,
  );
  const typed = new Map(rows.map(({ line, cells }) => [line, cells]));
  for (const { line, first } of twins)
    report.faults.push({ line, column: 'employeur', value: typed.get(line)?.employeur ?? '', words: `Cet établissement est déjà nommé par la ligne ${first}, qui dit la même chose : gardez une seule des deux.` }); // prettier-ignore
  const firstLine = new Map<string, number>();
  const counts = new Map<Siren, number>();
  for (const valid of merged) {
    const { claimId, siren, line } = valid;
    const first = firstLine.get(claimId);
    const standing = context.standing(siren);
    const count = counts.get(siren) ?? standing.size;
    const fault =
      first !== undefined
        ? `Le même avantage est déjà déclaré pour les mêmes personnes à la ligne ${first} : gardez une seule des deux.`
        : standing.has(claimId)
          ? 'Cet avantage est déjà déclaré pour ces personnes : modifiez cette déclaration depuis votre espace.'
          : count >= DECLARATIONS_MAX
            ? `Un employeur a ${DECLARATIONS_MAX} déclarations au plus : une ligne peut nommer vingt établissements.`
            : null;
    if (fault) {
      report.faults.push({ line, column: 'avantage', value: typed.get(line)?.avantage ?? '', words: fault });
      continue;
    }
    firstLine.set(claimId, line);
    counts.set(siren, count + 1);
    report.valid.push(valid);
  }
  report.faults.sort((a, b) => a.line - b.line);
  return report;
}

function checkRow(row: BulkRow, context: BulkContext): { valid: CheckedLine | null; faults: BulkFault[] } {
  const faults: BulkFault[] = [];
  const cell = (column: Column): string => cleanWords(row.cells[column] ?? '').replace(/\s+/g, ' ');
  const read = <T>(column: Column, work: (value: string) => T): T | undefined => {
    try {
      return work(cell(column));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push({ line: row.line, column, value: cell(column), words: error.message });
      return undefined;
    }
  };
  const named = read('employeur', (text) => readEmployer(text, context));
  const employer = named?.employer;
  const benefit = read('avantage', (text) => readBenefit(text, context.catalogue));
  const content = {
    benefit: benefit?.id,
    words: read('phrase', (text) => readWords(text.slice(0, WORDS.most + 1))),
    values: benefit && read('chiffres', (text) => readFigures(text, benefit)),
    scope: named && readScope(cell, read, named),
    seniorityMonths: read('anciennete_mois', readMonths),
    excluded: read('exclus', (text) => readLabel(text.slice(0, LABEL_MAX + 1), 'Personnes exclues')),
    proof: read('preuve', (kind) => {
      const known = PROOF_CODES[kind.toLowerCase()];
      if (!known) throw new InputError('Écrivez due, charte, contrat, accord, usage ou autre.');
      return read('adresse', (address) => readProof(known, address));
    }),
  };
  if (faults.length > 0 || !employer) return { valid: null, faults };
  const whole = DeclarationContent.parse(content);
  const claimId = declarationClaimId(employer.siren, whole);
  const { siren } = employer;
  return { valid: { line: row.line, lines: 1, siren, claimId, content: whole, isOneSite: named!.site !== null }, faults }; // prettier-ignore
}

/** `site`: the line names an establishment instead of its employer. */
type Named = { employer: EmployerProfile; site: string | null };

function readEmployer(text: string, { employerOf }: BulkContext): Named {
  const digits = text.replace(/[\s.]/g, '');
  if (!/^\d{9}(?:\d{5})?$/.test(digits))
    throw new InputError(
      'Écrivez le SIREN, neuf chiffres, ou un SIRET, quatorze (les zéros du début comptent).',
    );
  const employer = employerOf(digits.slice(0, 9));
  if (!employer) throw new InputError('Vous n’avez pas d’accès validé à cet employeur.');
  if (digits.length === 9) return { employer, site: null };
  establishmentScope([digits], employer);
  return { employer, site: digits };
}

const folded = (text: string): string => text.toLowerCase().replaceAll('’', "'");

const byName = new WeakMap<Catalogue, ReadonlyMap<string, Benefit>>();

/** Benefits by code and by their two names. */
function benefitNames(catalogue: Catalogue): ReadonlyMap<string, Benefit> {
  const known = byName.get(catalogue);
  if (known) return known;
  const names = new Map<string, Benefit>();
  for (const benefit of catalogue.benefits)
    for (const name of [benefit.id, benefit.label, benefit.shortLabel]) names.set(folded(name), benefit);
  byName.set(catalogue, names);
  return names;
}

function readBenefit(text: string, catalogue: Catalogue): Benefit {
  const found = benefitNames(catalogue).get(folded(text));
  if (!found) throw new InputError('Avantage inconnu : reprenez un code de la liste jointe au modèle.');
  return found;
}

/** « Berceaux = 10 ; Part payée par l’employeur = 70 », by label or code. */
function readFigures(text: string, benefit: Benefit): Values {
  const typed = new Map<string, string>();
  for (const part of text.split(';').map((each) => each.trim()).filter(Boolean)) {
    const [name = '', ...rest] = part.split('=').map((each) => each.trim());
    const slot = Object.entries(benefit.values).find(([id, { label }]) => [id, label].some((each) => folded(each) === folded(name)));
    if (!slot || rest.length !== 1) throw new InputError(`« ${part.slice(0, 60)} » : écrivez « nom = valeur », avec un de ces noms : ${namesOf(benefit)}.`);
    typed.set(slot[0], rest[0]!);
  }
  return readValues(benefit, (slot) => typed.get(slot) ?? '');
} // prettier-ignore

const namesOf = (benefit: Benefit): string =>
  Object.values(benefit.values)
    .map(({ label }) => label)
    .join(', ') || 'aucun pour cet avantage';

type Read = <T>(column: Column, work: (value: string) => T) => T | undefined;

function readScope(cell: (column: Column) => string, read: Read, { employer, site }: Named) {
  const hasSites = cell('etablissements') !== '';
  const hasCategory = cell('categorie') !== '';
  if (site !== null && (hasSites || hasCategory))
    return read(hasSites ? 'etablissements' : 'categorie', () => {
      throw new InputError('La ligne nomme déjà un établissement par son SIRET : laissez cette case vide.');
    });
  if (site !== null) return establishmentScope([site], employer);
  if (hasSites && hasCategory)
    return read('categorie', () => {
      throw new InputError('Remplissez « etablissements » ou « categorie », pas les deux.');
    });
  if (hasSites) return read('etablissements', (text) => establishmentScope(text.split(/[\s,]+/), employer));
  if (!hasCategory) return { kind: 'employer' as const, label: null, sirets: [] };
  return read('categorie', (text) => ({
    kind: 'category' as const,
    label: readLabel(text.slice(0, LABEL_MAX + 1), 'Catégorie'),
    sirets: [],
  }));
}

function readMonths(text: string): number | null {
  if (text === '') return null;
  const months = readNumber(text);
  if (months === null || !Number.isInteger(months) || months > 600)
    throw new InputError('Écrivez un nombre entier de mois, de 0 à 600, ou laissez vide.');
  return months;
}
