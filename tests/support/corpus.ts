import { createHash } from 'node:crypto';
import path from 'node:path';
import type { AgreementRecord } from '#domain/agreement.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, Siren, Siret } from '#domain/ids.ts';
import { beginArchive, finishArchive } from '#db/corpus/archives.ts';
import { openCorpus, type Corpus } from '#db/corpus/open.ts';
import { SireneWriter, type EstablishmentRow, type UnitRow } from '#db/corpus/sirene-write.ts';
import { AccoWriter } from '#db/corpus/write.ts';

export const agreementId = (n: number): AgreementId =>
  `ACCOTEXT${String(n).padStart(12, '0')}` as AgreementId;

/** Nine digits with the key SIRENE asks for; the n-th of a made-up series. */
export function sirenOfNumber(n: number): Siren {
  const stem = `9${String(n).padStart(7, '0')}`;
  const sum = [...stem].reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${stem}${(10 - (sum % 10)) % 10}` as Siren;
}

export type Filed = Partial<Omit<AgreementRecord, 'id' | 'siren'>> & {
  n: number;
  siren: Siren;
  text?: string;
};

export function recordOf({ n, siren, text, ...overrides }: Filed): AgreementRecord {
  const siret = `${siren}00011` as Siret;
  return {
    id: agreementId(n),
    nature: 'ACCORD',
    title: 'Accord d’entreprise',
    number: `T0352406${String(n).padStart(4, '0')}`,
    siret,
    siren,
    legalName: `Verrerie ${siren}`,
    signedOn: '2024-01-10' as IsoDate,
    filedOn: null,
    effectiveOn: null,
    endsOn: null,
    hasNoEnd: false,
    publishedOn: null,
    updatedOn: null,
    nafCode: '2313Z',
    idccCode: null,
    sectorLabel: null,
    isComplete: true,
    themes: [],
    signatoryUnions: ['CFDT'],
    signatoryCodes: ['01'],
    documentName: text === undefined ? null : `T0352406${String(n).padStart(4, '0')}-${siret}.docx`,
    isFictional: true,
    ...overrides,
  };
}

/** Writes into `corpus` what one archive would bring; `stamp` orders archives. */
export function applyArchive(
  corpus: Corpus,
  stamp: string,
  change: { filed?: readonly Filed[]; withdrawn?: readonly Filed[] },
): void {
  const publishedOn = `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}` as IsoDate;
  corpus.transaction(() => {
    const id = beginArchive(corpus, {
      source: 'acco',
      name: `ACCO_${stamp}.tar.gz`,
      kind: 'increment',
      stamp,
      publishedOn,
      url: null,
      bytes: 1,
      scope: '',
    });
    const writer = new AccoWriter(corpus, { id, stamp, publishedOn });
    for (const filed of change.filed ?? []) {
      const record = recordOf(filed);
      writer.writeAgreement(record);
      if (filed.text === undefined) continue;
      const hash = createHash('sha256').update(filed.text).digest('hex');
      const { text } = filed;
      const document = {
        documentName: record.documentName!,
        status: 'read' as const,
        reason: null,
        hash,
        text,
        utf8: Buffer.from(text),
      };
      writer.writeText(document, true);
    }
    for (const filed of change.withdrawn ?? []) writer.withdraw({ ...recordOf(filed) });
    finishArchive(corpus, id, {
      sha256: createHash('sha256').update(stamp).digest('hex'),
      isFictional: true,
      counts: {},
    });
  });
}

/** Opens (and makes) the corpus of a DATA_DIR for the time of `work`. */
export function inCorpus<T>(dataDir: string, work: (corpus: Corpus) => T): T {
  const corpus = openCorpus(path.join(dataDir, 'corpus.db'));
  try {
    return work(corpus);
  } finally {
    corpus.$client.close();
  }
}

const UNIT: Omit<UnitRow, 'siren'> = {
  legalName: 'Verrerie du Couesnon',
  acronym: null,
  tradeNames: [],
  nafCode: '23.13Z',
  naf2025Code: null,
  headcountBand: '21',
  headcountYear: 2023,
  groupCategory: 'PME',
  groupCategoryYear: 2023,
  legalCategory: '5710',
  isEss: false,
  isMission: null,
  headOfficeNic: '00011',
  openEstablishments: null,
  isActive: true,
  isPublishable: true,
  isFictional: true,
};
const ESTABLISHMENT: Omit<EstablishmentRow, 'siren' | 'siret'> = {
  name: null,
  communeCode: '35236',
  communeName: 'Rennes',
  departmentCode: '35',
  lat: 48.11,
  lon: -1.68,
  isHeadOffice: true,
  isOpen: true,
  isEmploying: true,
  isFictional: true,
};

/** Writes SIRENE rows; each one needs its keys only. */
export function applySirene(
  corpus: Corpus,
  units: readonly (Partial<UnitRow> & { siren: Siren })[],
  establishments: readonly (Partial<EstablishmentRow> & { siret: Siret })[],
): void {
  const archive = (name: string): number =>
    beginArchive(corpus, {
      source: 'sirene',
      name,
      kind: 'full',
      stamp: '20260901-000000',
      publishedOn: '2026-09-01' as IsoDate,
      url: null,
      bytes: name.length,
      scope: name,
    });
  corpus.transaction(() => {
    const unitFile = { id: archive('StockUniteLegale_utf8.csv.gz'), name: 'StockUniteLegale_utf8.csv.gz' };
    const unitWriter = new SireneWriter(corpus, unitFile);
    for (const unit of units) unitWriter.writeUnit({ ...UNIT, ...unit });
    finishArchive(corpus, unitFile.id, { sha256: 'a'.repeat(64), isFictional: true, counts: {} });
    const siteFile = {
      id: archive('StockEtablissement_utf8.csv.gz'),
      name: 'StockEtablissement_utf8.csv.gz',
    };
    const siteWriter = new SireneWriter(corpus, siteFile);
    for (const site of establishments)
      siteWriter.writeEstablishment({ ...ESTABLISHMENT, siren: site.siret.slice(0, 9) as Siren, ...site });
    finishArchive(corpus, siteFile.id, { sha256: 'b'.repeat(64), isFictional: true, counts: {} });
  });
}
