import path from 'node:path';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, Siren, Siret } from '#domain/ids.ts';
import { buildFacts, makeClaim, makeProfile, makeSummary } from './facts.ts';

export type SiteEmployer = { siren: Siren; quote?: string; changesOn?: IsoDate | null };

/** Facts of a few employers, one agreement and one claim each, as `DATA_DIR/facts.db`. */
export function buildEmployerFacts(
  dataDir: string,
  employers: readonly SiteEmployer[],
  generation: string,
  options: { gone?: Siren[]; today?: IsoDate } = {},
): void {
  const profiles = employers.map(
    ({ siren, quote = 'La société réserve six berceaux.', changesOn = null }) => {
      const id = `ACCOTEXT000${siren}` as AgreementId;
      const name = `Verrerie ${siren}`;
      const agreement = { id, title: 'Accord sur la parentalité', signedOn: null };
      return makeProfile({
        siren,
        name,
        changesOn,
        entries: [
          {
            benefit: makeClaim().benefit,
            lead: makeClaim({ id: `${id}-creche`, quote, agreement }),
            others: [],
          },
        ],
        agreements: [makeSummary({ id, siret: `${siren}00011` as Siret, filedBy: { siren, name } })],
      });
    },
  );
  const gone = (options.gone ?? []).map((siren) => ({
    path: `/employeurs/${siren}`,
    kind: 'employer' as const,
    cause: 'suppressed' as const,
    since: '2026-09-12' as IsoDate,
  }));
  buildFacts(path.join(dataDir, 'facts.db'), profiles, { generation, gone, today: options.today });
}
