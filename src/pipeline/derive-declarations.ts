import type { Benefit } from '#domain/benefit.ts';
import type { Claim } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { PublishedDeclaration } from '#domain/declaration.ts';
import { declaredClaim } from '#domain/declared-claim.ts';
import type { BenefitId, Siren, Siret } from '#domain/ids.ts';
import type { Mask } from '#domain/mask.ts';

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
