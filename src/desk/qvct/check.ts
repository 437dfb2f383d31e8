import { createHash } from 'node:crypto';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listQvct, type QvctDeclaration, type QvctUpload } from '#db/app/qvct.ts';
import type { AppWriter } from '#db/app/people.ts';
import { listSuppressions } from '#db/app/read.ts';
import type { CsvRecord } from '#domain/csv-text.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { checkQvctTable, type QvctError, type QvctRow } from '#domain/qvct-check.ts';
import { qvctId } from '#domain/qvct-declaration.ts';
import { typeset } from '#domain/typeset.ts';
import { currentDay } from '#env';
import { readProof } from '../declarations/steps.ts';
import { faultsOfPublicWords } from '../public-words.ts';
import { rightOn } from '../roles.ts';
import type { SignedInPerson } from '../sessions.ts';
import { readQvct } from './read.ts';

/** Errors kept of one file; all of them are counted. Whoever mends these sends it again. */
export const ERRORS_KEPT = 2000;
/** Rows of one employer that stand: twenty establishments over ten years. Beyond, its page would not be read. */
export const STANDING_MAX = 200;
export const METHOD_MAX = 300;

/** What was read of a file or a form. */
export type QvctChecked = Omit<QvctUpload, 'id' | 'name'>;

/** Reads a file and looks at every cell. Nothing is stored. @throws InputError when it is no table */
export const checkFile = (bytes: Uint8Array): QvctChecked =>
  checkRecords(readQvct(bytes, loadCatalogue().qvctSchema));

/** Looks at every cell of records, the headings first. */
export function checkRecords(records: readonly CsvRecord[]): QvctChecked {
  const { qvctSchema } = loadCatalogue();
  const { rows, errors, errorCount } = checkQvctTable(records, qvctSchema, { most: ERRORS_KEPT });
  const words = new Map<string, string | null>();
  const found = rows.flatMap((row) => faultsOfRow(row, words));
  const faulty = new Set(found.map(({ line }) => line));
  return {
    lines: records.length - 1,
    rows: rows.filter(({ line }) => !faulty.has(line)),
    errors: [...errors, ...found].sort((a, b) => a.line - b.line).slice(0, ERRORS_KEPT),
    errorCount: errorCount + found.length,
  };
}

const error = (line: number, column: string | null, message: string, remedy: string): QvctError => ({
  line,
  column,
  message: typeset(message),
  remedy: typeset(remedy),
});

/** What the schema cannot know: words and addresses that would be published, and what day it is. */
function faultsOfRow({ line, method, sourceUrl, publishedOn }: QvctRow, known: Map<string, string | null>): QvctError[] {
  const once = (text: string, work: () => string | null): string | null => {
    if (!known.has(text)) known.set(text, work());
    return known.get(text)!;
  };
  const errors: QvctError[] = [];
  const words = method === null ? null : once(`m ${method}`, () => faultsOfPublicWords(method, { most: METHOD_MAX })[0] ?? null);
  if (words) errors.push(error(line, 'methode', words, 'Cette note est publiée telle quelle : récrivez-la, ou laissez la case vide.'));
  const address = sourceUrl === null ? null : once(`u ${sourceUrl}`, () => faultOfAddress(sourceUrl));
  if (address) errors.push(error(line, 'url_source', address, 'Écrivez l’adresse d’une page publique, avec https://, ou laissez vide.'));
  if (publishedOn > currentDay())
    errors.push(error(line, 'date_publication', 'Ce jour n’est pas encore venu.', 'Écrivez le jour où vos chiffres ont été arrêtés ou publiés.'));
  return errors;
} // prettier-ignore

function faultOfAddress(address: string): string | null {
  try {
    readProof('other', address);
    return faultsOfPublicWords(address, { most: 500 })[0] ?? null;
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    return fault.message;
  }
}

export type QvctValid = { row: QvctRow; id: string; before: QvctDeclaration | null };
export type QvctReport = { valid: QvctValid[]; errors: QvctError[]; errorCount: number; faultyLines: number };

/** What a file would publish today for this person, and what keeps the rest from it. */
export function reportOn(
  app: AppWriter,
  person: SignedInPerson,
  { rows, errors, errorCount, lines }: QvctChecked,
): QvctReport {
  const withheld = new Set(listSuppressions(app).map(({ key }) => key as string));
  const standing = new Map<Siren, Map<string, QvctDeclaration>>();
  const standingOf = (siren: Siren) => {
    const known = standing.get(siren) ?? new Map(listQvct(app, siren).map((each) => [each.claimId, each]));
    standing.set(siren, known);
    return known;
  };
  const counts = new Map<Siren, number>();
  const firstLine = new Map<string, number>();
  const report: QvctReport = { valid: [], errors: [...errors], errorCount, faultyLines: 0 };
  for (const row of rows) {
    const { siren, line } = row;
    const id = qvctId(siren, row);
    const mine = rightOn(person, siren)?.isApproved ? standingOf(siren) : null;
    const before = mine?.get(id) ?? null;
    const count = counts.get(siren) ?? mine?.size ?? 0;
    const first = firstLine.get(id);
    const fault =
      mine === null
        ? error(line, 'siren', `Vous n’avez pas d’accès validé à l’employeur ${siren}.`, 'Corrigez le numéro, ou demandez une invitation à la personne responsable de cet employeur.')
        : withheld.has(id) || withheld.has(siren)
          ? error(line, 'annee', 'La modération a retiré ces chiffres du site.', 'Écrivez-nous si vous pensez que c’est une erreur.')
          : first !== undefined
            ? error(line, 'annee', `Cette ligne reprend l’année et le périmètre de la ligne ${first}.`, 'Gardez une seule des deux.')
            : before === null && count >= STANDING_MAX
              ? error(line, 'siren', `Un employeur a ${STANDING_MAX} lignes de chiffres au plus.`, 'Retirez d’anciennes années depuis son espace.')
              : null;
    if (fault) {
      report.errors.push(fault);
      report.errorCount += 1;
      continue;
    }
    firstLine.set(id, line);
    if (before === null) counts.set(siren, count + 1);
    report.valid.push({ row, id, before });
  }
  report.errors = report.errors.sort((a, b) => a.line - b.line).slice(0, ERRORS_KEPT);
  report.faultyLines = Math.max(0, lines - report.valid.length);
  return report;
} // prettier-ignore

/** Equal while nobody changed what this file would replace: what was read is what is published. */
export const stateOf = ({ valid }: QvctReport): string =>
  createHash('sha256')
    .update(JSON.stringify(valid.map(({ id, before }) => [id, before?.id, before?.version])))
    .digest('base64url');
