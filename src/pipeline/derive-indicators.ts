import type { Catalogue } from '#catalogue/catalogue.ts';
import type { IsoDate } from '#domain/dates.ts';
import { hiringExpiry } from '#domain/hiring.ts';
import { isStatute, NO_BRANCH, type Branch } from '#domain/branch.ts';
import type { EmployerProfile, Identity } from '#domain/profile.ts';
import type { QvctYear } from '#domain/qvct-figures.ts';
import type { IndicatorRows } from '#db/corpus/indicators.ts';
import { equalityOf } from './derive-equality.ts';
import type { EmployerText } from './derive-lives.ts';

export type Indicators = Pick<EmployerProfile, 'branches' | 'equality' | 'qvct' | 'labels' | 'hiring'>;

/** What files other than agreements say of an employer, and the figures it declares, in the shapes of its profile. */
export function indicatorsOf(
  rows: IndicatorRows,
  declared: readonly QvctYear[],
  own: readonly EmployerText[],
  identity: Identity | null,
  catalogue: Catalogue,
  today: IsoDate,
): Indicators {
  return {
    branches: branchesOf(rows, own, catalogue),
    equality: equalityOf(rows.equality),
    qvct: qvctOf(rows, declared),
    labels: labelsOf(rows, identity),
    hiring: hiringOf(rows, today),
  };
}

/** Codes that say « not yet in force » and « none ». */
const NO_CODES = new Set([NO_BRANCH, '9998', '0000']);

/**
 * One entry a branch agreement, the most declared first. Where the monthly file says nothing of an employer, the code
 * that its latest agreements give stands instead.
 */
function branchesOf(
  { branches }: IndicatorRows,
  own: readonly EmployerText[],
  { idccLabels }: Catalogue,
): Branch[] {
  const declared = branches.filter(({ idcc }) => !NO_CODES.has(idcc));
  const lines =
    branches.length > 0
      ? declared
      : own.flatMap(({ record, provenance }) => {
          const idcc = record.idccCode?.trim().padStart(4, '0') ?? '';
          return /^\d{4}$/.test(idcc) && !NO_CODES.has(idcc)
            ? [{ idcc, siret: record.siret, provenance }]
            : [];
        });
  const byCode = new Map<string, Branch & { sirets: Set<string> }>();
  for (const { idcc, siret, provenance } of lines) {
    const known = byCode.get(idcc);
    if (!known) {
      const name = idccLabels.get(idcc) ?? null;
      const entry = { idcc, name, isStatute: isStatute(idcc), siret, establishments: 1, provenance };
      byCode.set(idcc, { ...entry, sirets: new Set([siret]) });
      continue;
    }
    known.sirets.add(siret);
    if (provenance.publishedOn > known.provenance.publishedOn) known.provenance = provenance;
  }
  return [...byCode.values()]
    .map(({ sirets, ...branch }) => ({
      ...branch,
      establishments: sirets.size,
      siret: sirets.size === 1 ? branch.siret : null,
    }))
    .sort((a, b) => b.establishments - a.establishments || (a.idcc < b.idcc ? -1 : 1));
}

/** What a source publishes comes before what the employer declares of the same year. */
const qvctOf = ({ qvct }: IndicatorRows, declared: readonly QvctYear[]): EmployerProfile['qvct'] =>
  [...qvct.map(({ siren: _siren, ...year }) => ({ ...year, declaration: null })), ...declared].sort(
    (a, b) => b.year - a.year,
  );

/** The day of its file is the day it was said; past its term it is not shown, whether or not it was asked again. */
function hiringOf({ hiring }: IndicatorRows, today: IsoDate): EmployerProfile['hiring'] {
  if (!hiring) return null;
  const { siret, provenance } = hiring;
  const expiresOn = hiringExpiry(provenance.publishedOn);
  return today < expiresOn ? { siret, saidOn: provenance.publishedOn, expiresOn, provenance } : null;
}

/** A list says more than a mark of the register: it comes first, and one mark is shown once. */
function labelsOf({ labels }: IndicatorRows, identity: Identity | null): EmployerProfile['labels'] {
  const listed = labels.map(({ siren: _siren, label: id, ...label }) => ({ id, ...label }));
  const known = new Set(listed.map(({ id }) => id));
  return [...listed, ...labelsOfIdentity(identity).filter(({ id }) => !known.has(id))];
}

/** Sirene says itself who is a « société à mission » or belongs to the social economy; « no » and silence say nothing here. */
function labelsOfIdentity(identity: Identity | null): EmployerProfile['labels'] {
  if (!identity) return [];
  const { isEss, isMission, provenance } = identity;
  const label = (id: 'ess' | 'mission') => ({ id, scope: null, since: null, until: null, provenance });
  return [...(isEss ? [label('ess')] : []), ...(isMission ? [label('mission')] : [])];
}
