import { createHash } from 'node:crypto';
import type { Benefit } from '#domain/benefit.ts';
import type { Claim } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { PublishedDeclaration } from '#domain/declaration.ts';
import { declaredClaim } from '#domain/declared-claim.ts';
import type { BenefitId, Siren, Siret } from '#domain/ids.ts';
import type { Mask } from '#domain/mask.ts';
import { declaredYear, qvctId, type PublishedQvct } from '#domain/qvct-declaration.ts';
import type { QvctYear } from '#domain/qvct-figures.ts';

type Context = {
  siren: Siren;
  benefits: ReadonlyMap<BenefitId, Benefit>;
  today: IsoDate;
  mask: Mask;
  isSuppressed: (claim: string) => boolean;
  departmentOf: (siret: Siret) => string | null;
};

/** Claims that an employer's declarations make: masked and suppressed like those of its texts. */
export function declaredClaims(
  declarations: readonly PublishedDeclaration[],
  { siren, benefits, today, mask, isSuppressed, departmentOf }: Context,
): { claims: Claim[]; changes: IsoDate[]; masked: string[] } {
  const result = { claims: [] as Claim[], changes: [] as IsoDate[], masked: [] as string[] };
  for (const declaration of declarations) {
    const benefit = benefits.get(declaration.content.benefit);
    if (!benefit) continue;
    const { claim, changesOn } = declaredClaim(declaration, { siren, benefit, today, departmentOf });
    if (isSuppressed(claim.id)) continue;
    const published = mask.maskClaim(claim);
    if (!published) result.masked.push(claim.id);
    else result.claims.push(published);
    if (published && changesOn) result.changes.push(changesOn);
  }
  return result;
}

/** Years of QVCT figures that an employer declares; they stand beside those of other sources, whatever these say. */
export function declaredYears(
  declarations: readonly PublishedQvct[],
  { siren, today, isSuppressed }: Pick<Context, 'siren' | 'today' | 'isSuppressed'>,
): { years: QvctYear[]; changes: IsoDate[] } {
  const result = { years: [] as QvctYear[], changes: [] as IsoDate[] };
  for (const declaration of declarations) {
    const id = qvctId(siren, declaration.content);
    if (isSuppressed(id)) continue;
    const sha256 = createHash('sha256').update(JSON.stringify(declaration.content)).digest('hex');
    const provenance = {
      source: 'declared',
      file: id,
      url: null,
      publishedOn: declaration.declaredOn,
      sha256,
    };
    const { year, changesOn } = declaredYear(declaration, { today, provenance });
    result.years.push(year);
    if (changesOn) result.changes.push(changesOn);
  }
  return result;
}
