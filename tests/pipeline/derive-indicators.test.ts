import { DATA_DIR } from '../support/data-dir.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import { PublicEmployer } from '#domain/public/employer.ts';
import type { Siren, Siret } from '#domain/ids.ts';
import { listSources, readProfile } from '#db/facts/read.ts';
import { derive } from '#pipeline/derive.ts';
import { ingest } from '#pipeline/ingest.ts';
import { fictionalSiren, fictionalSiret } from '#sample/identifiers.ts';
import { applyArchive, applySirene, inCorpus } from '../support/corpus.ts';

const today = '2026-09-12' as IsoDate;
const [known, silent] = [0, 1].map(fictionalSiren) as [Siren, Siren];
const site = (rank: number): Siret => fictionalSiret(known, rank);

const FILES: Record<string, [name: string, text: string]> = {
  idcc: ['siret-idcc.csv', `MOIS,SIRET,IDCC,DATE_MAJ\n${[1, 2, 3].map((rank) => `202608,${site(rank)},${rank < 3 ? '1486' : '5001'},2026-08-19\n`).join('')}202608,${site(4)},9999,2026-08-19\n`],
  egapro: ['egapro-index-2026-03-02.csv', `Raison Sociale;SIREN;Année;Note;Structure;Nom UES;Entreprises UES (SIREN);Région;Département\nX;${known};2019;88;Entreprise;;;;\nX;${known};2020;;Entreprise;;;;\n`],
  qvct: ['qvct-2026-03-04.csv', `siren,siret_declarant,annee,perimetre,date_publication,methode,nb_accords_signes\n${known},${site(1)},2025,entreprise,2026-03-02,Calcul de Mme Martin.,4\n`],
  labels: ['rfar-2026-07-01.csv', `SIREN;PERIMETRE\n${known};Entreprise\n`],
}; // prettier-ignore

beforeAll(async () => {
  inCorpus(DATA_DIR, (corpus) => {
    applyArchive(corpus, '20260101-060000', { filed: [{ n: 1, siren: known, idccCode: '2216' }, { n: 2, siren: silent, idccCode: '16' }] }); // prettier-ignore
    applySirene(corpus, [{ siren: known, isMission: true }], [{ siret: site(1) }]);
  });
  for (const [source, [name, text]] of Object.entries(FILES)) {
    const file = path.join(DATA_DIR, name);
    writeFileSync(file, text);
    expect((await ingest(source, [file])).error).toBeNull();
  }
  await derive({ today });
});

describe('indicators in the profile', () => {
  it('hold one branch once, statutes named as such, and nothing for « none »', () => {
    expect(readProfile(known)!.branches).toMatchObject([
      {
        idcc: '1486',
        establishments: 2,
        siret: null,
        isStatute: false,
        name: expect.stringContaining('Bureaux'),
      },
      { idcc: '5001', establishments: 1, siret: site(3), isStatute: true },
    ]);
  });

  it('take the code of the agreements where the monthly file says nothing', () => {
    expect(readProfile(silent)!.branches).toMatchObject([{ idcc: '0016', provenance: { source: 'acco' } }]);
  });

  it('keep a year without score apart, and show figures, marks and their files', () => {
    const profile = readProfile(known)!;
    expect(profile.equality.index.map(({ year, score }) => [year, score.status, score.value])).toEqual([
      [2019, 'stated', 88],
      [2020, 'not-stated', null],
    ]);
    expect(profile.qvct).toMatchObject([{ year: 2025, figures: { nb_accords_signes: 4 }, method: null }]);
    expect(profile.labels.map(({ id, provenance }) => [id, provenance.source])).toEqual([
      ['rfar', 'labels'],
      ['mission', 'sirene'],
    ]);
    expect(PublicEmployer.safeParse(profile).error).toBeUndefined();
  });

  it('are counted on « Sources »: rows read, employers shown', () => {
    const counts = new Map(listSources().map(({ file, records, employers }) => [file, [records, employers]]));
    expect(counts.get('siret-idcc.csv')).toEqual([4, 1]);
    expect(counts.get('egapro-index-2026-03-02.csv')).toEqual([2, 1]);
    expect(counts.get('qvct-2026-03-04.csv')).toEqual([1, 1]);
  });
});
