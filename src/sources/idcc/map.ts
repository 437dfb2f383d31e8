import { Idcc } from '#domain/branch.ts';
import { parseIsoDate, type IsoDate } from '#domain/dates.ts';
import { RecordError } from '#domain/errors.ts';
import { isSiretValid, sirenOf, type Siren, type Siret } from '#domain/ids.ts';
import type { BranchLine } from './parse.ts';

export type BranchItem = { type: 'branch'; siret: Siret; siren: Siren; idcc: string };

/**
 * One establishment under one branch agreement. Codes lose their leading zeros on the way: `16` is 0016.
 * @throws RecordError for a SIRET or a code of another shape
 */
export function toBranch({ siret, idcc }: BranchLine): BranchItem {
  if (!isSiretValid(siret)) throw new RecordError(`idcc: "${siret}" is no SIRET.`);
  const code = idcc.padStart(4, '0');
  if (!Idcc.safeParse(code).success)
    throw new RecordError(`idcc: ${siret}: "${idcc}" is no code of four digits.`);
  return { type: 'branch', siret, siren: sirenOf(siret), idcc: code };
}

/** `2026-05-14…`, `14/05/2026` or, where the line gives no day, the first of its month (`202605`, `2026-05`). */
export function lineDay({ updated, month }: BranchLine): IsoDate | null {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(updated);
  const french = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(updated);
  const first = /^(\d{4})-?(\d{2})$/.exec(month);
  if (iso) return parseIsoDate(`${iso[1]}-${iso[2]}-${iso[3]}`);
  if (french) return parseIsoDate(`${french[3]}-${french[2]}-${french[1]}`);
  return first && parseIsoDate(`${first[1]}-${first[2]}-01`);
}
