import { DATA_DIR } from '../support/data-dir.ts';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listEvents } from '#db/app/events.ts';
import { listLedger } from '#db/app/ledger.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { erasePerson, exportPerson } from '#db/app/personal-data.ts';
import { findQvctUpload, listQvct, putQvctUpload } from '#db/app/qvct.ts';
import { listOutbox } from '#db/app/read.ts';
import { applyRetention } from '#db/app/retention.ts';
import { suppress } from '#db/app/write.ts';
import { checkFile, ERRORS_KEPT, reportOn, stateOf, STANDING_MAX } from '#desk/qvct/check.ts';
import { employersOf, previewOf } from '#desk/qvct/preview.ts';
import { confirmQvct, publishQvct, withdrawQvct } from '#desk/qvct/publish.ts';
import { ROWS_MAX } from '#desk/qvct/read.ts';
import { templateRows } from '#desk/qvct/template.ts';
import type { SignedInPerson } from '#desk/sessions.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { roomOf, someone } from '../support/desk.ts';
import { buildFacts, makeProfile } from '../support/facts.ts';

/** Numbers with a true key. */
const [MINE, OTHER, STRANGE] = ['732829320', '552100554', '356000000'] as Siren[] as [Siren, Siren, Siren];
const SITE = { [MINE]: '73282932000074', [OTHER]: '55210055400013', [STRANGE]: '35600000000048' } as Record<Siren, string>; // prettier-ignore
buildFacts(path.join(DATA_DIR, 'facts.db'), [MINE, OTHER].map((siren) => makeProfile({ siren, agreements: [], entries: [] }))); // prettier-ignore

let app: AppDatabase;
let person: SignedInPerson;
beforeEach(() => {
  app = openApp(':memory:');
  for (const siren of [MINE, OTHER]) person = someone(app, 'cabinet@cabinet.example', { siren, role: 'mandate' }); // prettier-ignore
});

const HEAD = 'siren,siret_declarant,annee,perimetre,date_publication,methode,effectif_31_12,part_cdi,cse';
const row = (siren: Siren, year: number, more = ',420,91.2,true') =>
  `${siren},${SITE[siren]},${year},entreprise,${year + 1}-03-02,${more.replace(/^,/, '')}`;
const file = (...rows: string[]) => [HEAD, ...rows].join('\n');
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding)); // prettier-ignore
const send = (text: string, by = person) =>
  findQvctUpload(app, by.id, putQvctUpload(app, by.id, { name: 'x.csv', ...checkFile(bytes(text)) }, new Date()))!; // prettier-ignore
const publish = (text: string, acceptsPart = false, by = person) => {
  const upload = send(text, by);
  return publishQvct(app, by, upload, { acceptsPart, seen: stateOf(reportOn(app, by, upload)) });
};
const GOOD = (siren: Siren, year: number, cdi = '91.2') => row(siren, year, `,,420,${cdi},true`);
const shownOf = (siren: Siren) => listQvct(app, siren).map(({ id, version }) => `${id}.${version}`);

describe('a file of figures', () => {
  it('is read as French spreadsheets write it, in either encoding, and as JSON', () => {
    const french = [
      HEAD.replaceAll(',', ';'),
      `732 829 320;732 829 320 00074;2025;entreprise;02/03/2026;Hors salariés expatriés.;1 420;91,2 %;oui`,
      ';;;;;;;;',
    ].join('\r\n');
    const expected = { siren: MINE, siret: SITE[MINE], year: 2025, publishedOn: '2026-03-02', method: 'Hors salariés expatriés.', figures: { effectif_31_12: 1420, part_cdi: 91.2, cse: true } }; // prettier-ignore
    for (const encoding of ['utf8', 'latin1'] as const) {
      const checked = checkFile(bytes(french, encoding));
      expect(checked).toMatchObject({ errors: [], lines: 1, rows: [expected] });
    }
    const json = JSON.stringify([
      { siren: MINE, siret_declarant: SITE[MINE], annee: 2025, perimetre: 'entreprise', date_publication: '2026-03-02', effectif_31_12: 1420, cse: null },
    ]); // prettier-ignore
    expect(checkFile(bytes(json))).toMatchObject({ errors: [], rows: [{ line: 1, figures: { effectif_31_12: 1420 } }] }); // prettier-ignore
  });

  it('leaves to the check what could be read in two ways', () => {
    const { errors, rows } = checkFile(bytes(file(row(MINE, 2025, ',,"1,420","91,200",true'))));
    expect(rows).toEqual([]);
    expect(errors.map(({ line, column }) => `${line} ${column}`)).toEqual(['2 effectif_31_12', '2 part_cdi']);
  });

  it.each([
    ['', /vide/],
    [`${HEAD}\n${`${GOOD(MINE, 2025)}\n`.repeat(ROWS_MAX + 1)}`, /10001 lignes/],
    ['[{"siren": 1', /vérifiez crochets/],
    ['[1]', /pas un objet/],
  ])('is refused whole when it cannot be one', (text, why) => {
    expect(() => checkFile(bytes(text))).toThrow(InputError);
    expect(() => checkFile(bytes(text))).toThrow(why);
  });

  it('names every error at once by line, column and remedy: numbers, words, rights, twins, days to come', () => {
    const upload = send(
      file(
        GOOD(MINE, 2025),
        GOOD(STRANGE, 2025),
        row(MINE, 2024, ',Mme Martin a compté.,420,191,peut-être'),
        row(MINE, 2023, ',Mme Martin a compté.,420,91,true'),
        row(MINE, 2022, ',<script>alert(1)</script>,420,91,true'),
        GOOD(MINE, 2025).replace(SITE[MINE]!, '73282932000082'),
        row(MINE, 2021, ',,3,91,true'),
        `${MINE},${SITE[OTHER]},2020,entreprise,2021-03-02,,420,91,true`,
        row(MINE, 2027, ',,420,91,true'),
      ),
    );
    const { valid, errors, faultyLines } = reportOn(app, person, upload);
    expect(valid.map(({ row: { line } }) => line)).toEqual([2]);
    expect(faultyLines).toBe(8);
    expect(errors.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 siren', '4 part_cdi', '4 cse', '5 methode', '6 methode', '7 annee', '8 part_cdi', '9 siret_declarant', '10 date_publication',
    ]); // prettier-ignore
    for (const { message, remedy } of errors) expect(Math.min(message.length, remedy.length)).toBeGreaterThan(10); // prettier-ignore
  });

  it('says what it cannot list: a garbled file has more errors than anybody reads', () => {
    const bad = `x,x,x,x,x,x,x,x,x\n`.repeat(3000);
    const { errors, errorCount, rows } = checkFile(bytes(`${HEAD}\n${bad}`));
    expect(rows).toEqual([]);
    expect(errors).toHaveLength(ERRORS_KEPT);
    expect(errorCount).toBeGreaterThan(15_000);
  });

  it('is read whatever its bytes, or refused with words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (noise, hasHead) => {
        try {
          const sent = hasHead ? new Uint8Array([...bytes(`${HEAD}\n`), ...noise]) : noise;
          expect(checkFile(sent).rows).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });

  it('of 10,000 rows of all 62 columns is checked in less than five seconds', () => {
    const { fields } = loadCatalogue().qvctSchema;
    const head = fields.map(({ name }) => name).join(',');
    const lines = Array.from({ length: ROWS_MAX }, (_, n) =>
      fields
        .map(({ name, example }) => {
          if (name === 'siren') return MINE;
          if (name === 'siret_declarant') return SITE[MINE];
          if (name === 'annee') return String(2000 + (n % 25));
          if (name === 'methode') return `Note ${n}.`;
          return example;
        })
        .join(','),
    );
    const before = process.cpuUsage();
    const checked = checkFile(bytes([head, ...lines].join('\n')));
    const report = reportOn(app, person, checked);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5000);
    expect(checked.lines).toBe(ROWS_MAX);
    expect(report.valid).toHaveLength(25);
  });

  it('begins as the template, which passes its own headings', () => {
    const [names, first, second] = templateRows(person, loadCatalogue().qvctSchema);
    expect(names).toHaveLength(62);
    expect([first![0], second![0]]).toEqual([OTHER, MINE]);
  });
});

describe('publishing', () => {
  it('stores nothing unless all is valid or the valid rows are accepted, and once', () => {
    const text = file(GOOD(MINE, 2025), GOOD(STRANGE, 2025));
    expect(() => publish(text)).toThrow(/corrigez-les/);
    expect(listQvct(app, MINE)).toEqual([]);
    const upload = send(text);
    const asked = { acceptsPart: true, seen: stateOf(reportOn(app, person, upload)) };
    expect(publishQvct(app, person, upload, asked)).toBe(1);
    expect(() => publishQvct(app, person, upload, asked)).toThrow(/déjà été traité/);
    expect(listQvct(app, MINE)).toMatchObject([{ status: 'published', version: 1, content: { year: 2025 } }]);
    expect(listOutbox(app)).toMatchObject([{ siren: MINE, reason: 'qvct' }]);
    expect(listEvents(app, MINE)).toMatchObject([{ action: 'qvct-publish', detail: '1 rows' }]);
    expect(listLedger(app)).toMatchObject([{ kind: 'claim', key: `declaration-${MINE}-qvct-2025-entreprise`, action: 'declaration-published' }]); // prettier-ignore
  });

  it('is for people with an approved right, of any role', () => {
    const waiting = someone(app, 'attend@cabinet.example', { siren: MINE, isApproved: false });
    expect(reportOn(app, waiting, send(file(GOOD(MINE, 2025)), waiting)).errors).toMatchObject([{ column: 'siren' }]); // prettier-ignore
    for (const role of ['owner', 'editor', 'mandate'] as const) {
      const who = someone(app, `${role}@verrerie.example`, { siren: MINE, role });
      expect(publish(file(GOOD(MINE, 2025)), false, who)).toBe(1);
    }
    const upload = send(file(GOOD(MINE, 2025)));
    expect(findQvctUpload(app, waiting.id, upload.id)).toBeNull();
  });

  it('replaces the same year of the same employer, and the ledger says what changed', () => {
    publish(file(GOOD(MINE, 2025), GOOD(OTHER, 2025)));
    expect(publish(file(GOOD(MINE, 2025, '93.5')))).toBe(1);
    expect(listQvct(app, MINE)).toMatchObject([{ version: 2, content: { figures: { part_cdi: 93.5 } } }]);
    const [last] = listLedger(app);
    expect(last!.before).toContain('91,2');
    expect(last!.after).toContain('93,5');
    expect(last!.after).not.toContain('CSE');
  });

  it('tells the second of two editors, and loses nothing', () => {
    publish(file(GOOD(MINE, 2025)));
    const upload = send(file(GOOD(MINE, 2025, '80')));
    const seen = stateOf(reportOn(app, person, upload));
    const colleague = someone(app, 'rh@verrerie.example', { siren: MINE });
    publish(file(GOOD(MINE, 2025, '95')), false, colleague);
    expect(() => publishQvct(app, person, upload, { acceptsPart: false, seen })).toThrow(/Relisez/);
    expect(listQvct(app, MINE)).toMatchObject([{ content: { figures: { part_cdi: 95 } } }]);
    expect(findQvctUpload(app, person.id, upload.id)).not.toBeNull();
  });

  it('shows before what the page will show', () => {
    const report = reportOn(app, person, send(file(GOOD(MINE, 2025), GOOD(MINE, 2024), GOOD(OTHER, 2025))));
    expect(employersOf(report)).toEqual([[MINE, 2], [OTHER, 1]]); // prettier-ignore
    expect(previewOf(report, MINE).qvct).toMatchObject([
      { year: 2025, basis: 'declared', declaration: { isLapsed: false } },
      { year: 2024 },
    ]);
  });

  it('stops where a page could not be read any more, and where the moderators have decided', () => {
    const years = Array.from({ length: 26 }, (_, n) => 2000 + n);
    const sites = Array.from({ length: 9 }, (_, n) => n);
    const rows = sites.flatMap((n) => years.map((year) => GOOD(MINE, year).replace('entreprise', n === 0 ? 'entreprise' : 'etablissement').replace(SITE[MINE]!, siretOf(n)))); // prettier-ignore
    const { valid, errors } = reportOn(app, person, send(file(...rows)));
    expect(valid).toHaveLength(STANDING_MAX);
    expect(errors.every(({ message }) => message.includes('200'))).toBe(true);
    suppress(app, { kind: 'claim', key: `declaration-${MINE}-qvct-2025-entreprise`, reason: 'wrong-reading', note: null }, [MINE], { role: 'operator', siren: MINE, before: 'x' }); // prettier-ignore
    expect(reportOn(app, person, send(file(GOOD(MINE, 2025)))).errors).toMatchObject([{ column: 'annee' }]);
  });
});

/** SIRETs of one SIREN with a true key. */
function siretOf(n: number): string {
  for (let key = 0; key < 10; key++) {
    const siret = `${MINE}${String(n + 10).padStart(4, '0')}${key}`;
    const sum = [...siret].reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return siret;
  }
  throw new Error('no key');
}

describe('afterwards', () => {
  it('they are confirmed or taken back by whoever may, as they were shown', () => {
    publish(file(GOOD(MINE, 2025), GOOD(MINE, 2024)));
    const room = roomOf(someone(app, 'rh@verrerie.example', { siren: MINE }), MINE);
    const [first, second] = shownOf(MINE) as [string, string];
    confirmQvct(app, room, [first]);
    expect(() => withdrawQvct(app, room, [first])).toThrow(/Relisez la liste/);
    expect(() => withdrawQvct(app, room, [])).toThrow(/Cochez/);
    withdrawQvct(app, room, [second]);
    expect(listQvct(app, MINE)).toMatchObject([{ content: { year: 2025 } }]);
    expect(listLedger(app)[0]).toMatchObject({
      action: 'declaration-withdrawn',
      after: 'Aucune déclaration',
    });
    const waiting = roomOf(someone(app, 'attend@x.example', { siren: MINE, isApproved: false }), MINE);
    expect(() => withdrawQvct(app, waiting, shownOf(MINE))).toThrow(/attend sa validation/);
    publish(file(GOOD(OTHER, 2025)));
    expect(() => withdrawQvct(app, room, shownOf(OTHER))).toThrow(/Relisez la liste/);
  });

  it('a person takes with them that they sent them, not the figures; forgotten, the figures stay', () => {
    publish(file(GOOD(MINE, 2025)));
    send(file(GOOD(MINE, 2024)));
    const told = exportPerson(app, person.id)!;
    expect(told['qvct']).toMatchObject([{ siren: MINE, status: 'published' }]);
    expect(JSON.stringify(told['qvct'])).not.toContain('91.2');
    expect(told['qvctUploads']).toMatchObject([{ name: 'x.csv', lines: 1 }]);
    erasePerson(app, person.id);
    expect(listQvct(app, MINE)).toMatchObject([{ personId: null }]);
  });

  it('a file nobody accepted is forgotten after a day', () => {
    const { id } = send(file(GOOD(MINE, 2025)));
    applyRetention(app, new Date(Date.now() + 25 * 3600_000));
    expect(findQvctUpload(app, person.id, id)).toBeNull();
  });
});
