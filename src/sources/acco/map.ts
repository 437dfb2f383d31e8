import type { AgreementRecord, Theme } from '#domain/agreement.ts';
import { addYears, NO_END, parseIsoDate } from '#domain/calendar.ts';
import { isSiretValid, sirenOf } from '#domain/check-digits.ts';
import type { IsoDate } from '#domain/dates.ts';
import { RecordError } from '#domain/errors.ts';
import type { AgreementId } from '#domain/ids.ts';
import { foldWhitespace } from '#domain/quote.ts';
import type { NoticeItem, RejectItem } from '../source.ts';
import type { RawAgreement } from './parse.ts';
import { KNOWN_NATURES, KNOWN_THEMES } from './themes.ts';

export type MappedAgreement = { record: AgreementRecord; notes: (RejectItem | NoticeItem)[] };

/** Collective bargaining inside firms has a frame in law since 1950 (loi du 11 février 1950); 1900 is a filler. */
const EARLIEST = '1950-01-01' as IsoDate;

/** Farthest start or end that is taken for a date rather than for a slip. */
const YEARS_AHEAD = 60;

/**
 * @param archiveDay day of the archive: nothing in it can have been signed, filed or published later
 * @throws RecordError when the record has no valid id or SIRET: without them it belongs to nobody
 */
export function mapAgreement(raw: RawAgreement, archiveDay: IsoDate): MappedAgreement {
  const id = raw.fields.get('ID') ?? '';
  if (!isAgreementId(id)) throw new RecordError(`ID "${id}" is not ACCOTEXT and 12 digits.`);
  const siret = (raw.fields.get('SIRET') ?? '').replaceAll(' ', '');
  if (!isSiretValid(siret))
    throw new RecordError(`SIRET "${siret}" is not 14 digits with a valid check digit.`);

  const notes: (RejectItem | NoticeItem)[] = [];
  const reject = (reason: string): null => {
    notes.push({ type: 'reject', kind: 'field', entry: id, reason });
    return null;
  };
  const notice = (topic: string, value: string) => void notes.push({ type: 'notice', topic, value });
  const text = (name: string): string | null => foldWhitespace(raw.fields.get(name) ?? '') || null;
  const codeOf = (name: string): string | null => {
    const value = text(name);
    if (value !== '-') return value;
    notice('filler read as empty', `${name} "-"`);
    return null;
  };
  const date = (name: string, latest: IsoDate): IsoDate | null => {
    const value = text(name);
    if (value === null) return null;
    const day = parseIsoDate(value);
    if (!day) return reject(`${name} "${value.slice(0, 40)}" is not a date.`);
    if (day < EARLIEST || day > latest)
      return reject(`${name} ${day} cannot be: outside ${EARLIEST} to ${latest}.`);
    return day;
  };

  if (raw.isReencoded) notice('encoding', 'read as Windows-1252, not UTF-8');
  for (const path of raw.unknownFields) notice('unknown element', path);
  const nature = text('NATURE');
  if (nature !== null && !KNOWN_NATURES.has(nature)) notice('unknown NATURE', nature);
  const origin = text('ORIGINE');
  if (origin !== null && origin !== 'ACCO') notice('unknown ORIGINE', origin);
  const ahead = addYears(archiveDay, YEARS_AHEAD);
  const hasNoEnd = text('DATE_FIN') === NO_END;

  const record: AgreementRecord = {
    id,
    nature,
    title: text('TITRE_TXT') ?? '',
    number: text('NUMERO'),
    siret,
    siren: sirenOf(siret),
    legalName: text('RAISON_SOCIALE') ?? '',
    signedOn: date('DATE_TEXTE', archiveDay),
    filedOn: date('DATE_DEPOT', archiveDay),
    effectiveOn: date('DATE_EFFET', ahead),
    endsOn: hasNoEnd ? null : date('DATE_FIN', ahead),
    hasNoEnd,
    publishedOn: date('DATE_DIFFUSION', archiveDay),
    updatedOn: date('DATE_MAJ', ahead),
    nafCode: code(codeOf('CODE_APE')?.replace('.', '') ?? null, /^\d{4}[A-Z]$/, 'CODE_APE', reject),
    idccCode: code(codeOf('CODE_IDCC')?.padStart(4, '0') ?? null, /^\d{4}$/, 'CODE_IDCC', reject),
    sectorLabel: text('SECTEUR'),
    isComplete: flag(text('CONFORME_VERSION_INTEGRALE'), reject),
    themes: themes(raw.themes, notice),
    signatoryUnions: unique(raw.unions.map(foldWhitespace)),
    signatoryCodes: unique(raw.signatories),
    documentName: documentName(text('DOCUMENT_BUREAUTIQUE'), reject),
    isFictional: false,
  };
  return { record, notes };
}

const isAgreementId = (id: string): id is AgreementId => /^ACCOTEXT\d{12}$/.test(id);

type Refuse = (reason: string) => null;

const unique = (values: string[]): string[] => [...new Set(values.filter((value) => value !== ''))];

function code(value: string | null, shape: RegExp, name: string, reject: Refuse): string | null {
  if (value === null || shape.test(value)) return value;
  return reject(`${name} "${value.slice(0, 20)}" has another shape than ${shape.source}.`);
}

function flag(value: string | null, reject: Refuse): boolean | null {
  if (value === null) return null;
  if (value === 'true' || value === 'false') return value === 'true';
  return reject(`CONFORME_VERSION_INTEGRALE "${value.slice(0, 20)}" is neither true nor false.`);
}

/** Labels are trimmed: the base holds the same label with and without a trailing space. */
function themes(raw: RawAgreement['themes'], notice: (topic: string, value: string) => void): Theme[] {
  const byCode = new Map<string, Theme>();
  for (const { code, label, group } of raw) {
    const theme = { code, label: foldWhitespace(label), group };
    if (code === '' && theme.label === '') continue;
    byCode.set(code || theme.label, theme);
    if (code !== '' && !KNOWN_THEMES.has(code))
      notice('unknown theme code', `${code} ${theme.label} (group ${group})`);
  }
  return [...byCode.values()];
}

/** Only the file name counts: the folders are the day of the text, and the extension may be another than the file's. */
function documentName(path: string | null, reject: Refuse): string | null {
  if (path === null) return null;
  const name = path.replaceAll('\\', '/').split('/').at(-1)!;
  if (/^[^\s/\\]+\.[A-Za-z0-9]+$/.test(name)) return name;
  return reject(`DOCUMENT_BUREAUTIQUE "${path.slice(0, 80)}" is not a path to a file.`);
}
