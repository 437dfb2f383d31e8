import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { AgreementId, Siren, Siret } from './ids.ts';

export const Theme = z.strictObject({ code: z.string(), label: z.string(), group: z.string() });
export type Theme = z.infer<typeof Theme>;

/** One record of the ACCO base, as DILA states it. Null = empty or missing in the source. */
export const AgreementRecord = z.strictObject({
  id: AgreementId,
  /** ACCORD, AVENANT, RECTIFICATIF …: an open list. */
  nature: z.string().nullable(),
  title: z.string(),
  /** NUMERO, the filing number. */
  number: z.string().nullable(),
  siret: Siret,
  siren: Siren,
  legalName: z.string(),
  signedOn: IsoDate.nullable(),
  filedOn: IsoDate.nullable(),
  effectiveOn: IsoDate.nullable(),
  /** Null when empty; `hasNoEnd` when the source prints 2999-01-01. */
  endsOn: IsoDate.nullable(),
  hasNoEnd: z.boolean(),
  publishedOn: IsoDate.nullable(),
  updatedOn: IsoDate.nullable(),
  nafCode: z.string().nullable(),
  idccCode: z.string().nullable(),
  sectorLabel: z.string().nullable(),
  isComplete: z.boolean().nullable(),
  themes: z.array(Theme),
  signatoryUnions: z.array(z.string()),
  signatoryCodes: z.array(z.string()),
  /** File name of the office document, e.g. `T06926072394-32509072800057.docx`. */
  documentName: z.string().nullable(),
  isFictional: z.boolean(),
});
export type AgreementRecord = z.infer<typeof AgreementRecord>;

/** `no-text`: a scan or pictures only; `missing`: the archive never held the document; `unreadable`: damaged or refused. */
export type TextStatus = 'read' | 'no-text' | 'missing' | 'unreadable';
