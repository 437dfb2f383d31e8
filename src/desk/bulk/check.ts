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

/** What is wrong in one cell, and what to do. */
export type BulkFault = { line: number; column: Column; value: string; words: string };
export type BulkValid = { line: number; siren: Siren; claimId: string; content: DeclarationContent };
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
  const firstLine = new Map<string, number>();
  const counts = new Map<Siren, number>();
  for (const row of rows) {
    const checked = checkRow(row, context);
    report.faults.push(...checked.faults);
    if (!checked.valid) continue;
    const { claimId, siren } = checked.valid;
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
      report.faults.push({
        line: row.line,
        column: 'avantage',
        value: row.cells.avantage ?? '',
        words: fault,
      });
      continue;
    }
    firstLine.set(claimId, row.line);
    counts.set(siren, count + 1);
    report.valid.push(checked.valid);
  }
  return report;
}

function checkRow(row: BulkRow, context: BulkContext): { valid: BulkValid | null; faults: BulkFault[] } {
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
  const employer = read('employeur', (text) => readEmployer(text, context));
  const benefit = read('avantage', (text) => readBenefit(text, context.catalogue));
  const content = {
    benefit: benefit?.id,
    words: read('phrase', (text) => readWords(text.slice(0, WORDS.most + 1))),
    values: benefit && read('chiffres', (text) => readFigures(text, benefit)),
    scope: employer && readScope(cell, read, employer),
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
  return { valid: { line: row.line, siren: employer.siren, claimId, content: whole }, faults };
}

function readEmployer(text: string, { employerOf }: BulkContext): EmployerProfile {
  const digits = text.replace(/[\s.]/g, '');
  if (!/^\d{9}$/.test(digits))
    throw new InputError('Écrivez le SIREN, neuf chiffres (les zéros du début comptent).');
  const employer = employerOf(digits);
  if (!employer) throw new InputError('Vous n’avez pas d’accès validé à cet employeur.');
  return employer;
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

function readScope(cell: (column: Column) => string, read: Read, employer: EmployerProfile) {
  const hasSites = cell('etablissements') !== '';
  const hasCategory = cell('categorie') !== '';
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
