import { DATA_DIR } from '../support/data-dir.ts';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { findUpload, putUpload } from '#db/app/bulk-uploads.ts';
import { listDeclarations } from '#db/app/declarations.ts';
import { listLedger } from '#db/app/ledger.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { COLUMN_NAMES, DECLARATIONS_MAX, ROWS_MAX } from '#desk/bulk/columns.ts';
import { publishBulk, reportOn } from '#desk/bulk/publish.ts';
import { readBulk } from '#desk/bulk/read.ts';
import type { SignedInPerson } from '#desk/sessions.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { fictionalSiret } from '#sample/identifiers.ts';
import { someone } from '../support/desk.ts';
import { buildFacts, makeProfile } from '../support/facts.ts';

const SIRENS = Array.from({ length: 40 }, (_, n) => String(700000000 + n) as Siren);
const [MINE, OTHER] = [SIRENS[0]!, '552100554' as Siren];
buildFacts(path.join(DATA_DIR, 'facts.db'), [...SIRENS, OTHER].map((siren) => makeProfile({ siren, agreements: [], entries: [] }))); // prettier-ignore
const { benefits } = loadCatalogue();

/** A SIRET of mine with a true key. */
const siretOf = (rank: number): string => fictionalSiret(MINE, rank);

let app: AppDatabase;
let person: SignedInPerson;
beforeEach(() => {
  app = openApp(':memory:');
  for (const siren of SIRENS) person = someone(app, 'cabinet@cabinet.example', { siren, role: 'mandate' });
});

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const HEAD =
  'employeur;avantage;phrase;chiffres;etablissements;categorie;anciennete_mois;exclus;preuve;adresse';
const GOOD = `${MINE};creche;Nous réservons dix berceaux à nos salariés.;"Berceaux = 10 ; employerShare = 70";;;6;stagiaires;contrat;https://verrerie.example/creche`;
const check = (text: string) => reportOn(app, person, { rows: readBulk(bytes(text)) });
const upload = (text: string) =>
  findUpload(
    app,
    person.id,
    putUpload(app, { personId: person.id, name: 'x.csv', rows: readBulk(bytes(text)) }, new Date()),
  )!;

describe('a table', () => {
  it('is read as the template, in either encoding, with any separator, or as JSON', () => {
    const expected = { values: { cribs: 10, employerShare: 70 }, seniorityMonths: 6, excluded: 'stagiaires' };
    for (const text of [`${HEAD}\r\n${GOOD}\r\n`, `\ufeff${HEAD}\n${GOOD}`]) expect(check(text).valid).toMatchObject([{ line: 2, siren: MINE, content: expected }]); // prettier-ignore
    const latin = readBulk(bytes(`${HEAD}\n${GOOD}`, 'latin1'));
    expect(reportOn(app, person, { rows: latin }).valid[0]!.content.words).toContain('réservons');
    const json = JSON.stringify([{ employeur: MINE, avantage: 'Place en crèche', phrase: 'Nous réservons dix berceaux à nos salariés.', chiffres: { Berceaux: 10 }, preuve: 'contrat' }]); // prettier-ignore
    expect(check(json)).toMatchObject({ faults: [], valid: [{ line: 1, content: { benefit: 'creche', values: { cribs: 10 } } }] }); // prettier-ignore
  });

  it.each([
    ['', /aucune ligne|Colonnes manquantes/],
    [HEAD, /aucune ligne/],
    [`${HEAD};couleur\n${GOOD};bleu`, /Colonnes inconnues : « couleur »/],
    ['employeur;phrase\n1;2', /Colonnes manquantes : « avantage » et « preuve »/],
    [`${HEAD};preuve\n${GOOD};x`, /en double/],
    [`${HEAD}\n${MINE};creche;"Nous réservons`, /guillemet/],
    ['[{"employeur": 1', /vérifiez crochets/],
    ['[1]', /pas un objet/],
    [`${HEAD}\n${`${GOOD}\n`.repeat(ROWS_MAX + 1)}`, /10001 lignes/],
  ])('is refused whole when it cannot be one: %s', (text, why) => {
    expect(() => readBulk(bytes(text))).toThrow(InputError);
    expect(() => readBulk(bytes(text))).toThrow(why);
  });

  it('names every fault by line, column and remedy, all at once', () => {
    const { valid, faults } = check(
      [
        HEAD,
        GOOD,
        `${OTHER};creche;Nous réservons dix berceaux à nos salariés.;;;;;;contrat;`,
        `123;licorne;court;;;;x;;preuve;http://x`,
        `${MINE};teletravail;Deux jours de télétravail par semaine pour tous.;jours = 9;;;;;charte;`,
        `${MINE};teletravail;Deux jours de télétravail par semaine pour tous.;Jours par semaine = 9;;;;;charte;`,
        `${MINE};creche;Mme Martin attribue les places de la crèche.;;;;;;contrat;`,
        GOOD,
        `${MINE};velo-voiture;Un vélo de fonction est proposé à tous.;;12345678900011;cadres;;;autre;`,
      ].join('\n'),
    );
    expect(valid.map(({ line }) => line)).toEqual([2]);
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 employeur', '4 employeur', '4 avantage', '4 phrase', '4 anciennete_mois', '4 preuve', '5 chiffres', '6 chiffres', '7 phrase',
      '8 avantage', '9 categorie',
    ]); // prettier-ignore
    for (const { words } of faults) expect(words.length).toBeGreaterThan(20);
    expect(faults.find(({ line }) => line === 5)!.words).toContain('Jours par semaine');
    expect(faults.find(({ line }) => line === 8)!.words).toContain('ligne 2');
  });

  it('takes one line for each establishment, and makes one declaration of those that say the same', () => {
    const words = 'Nous réservons dix berceaux à nos salariés.';
    const lineOf = (site: number, said = words) => `${siretOf(site)};creche;${said};;;;;;contrat;`;
    const many = Array.from({ length: 23 }, (_, n) => lineOf(n + 1));
    const { valid, faults } = check([HEAD, ...many, lineOf(30, 'Nous réservons cinq berceaux à nos salariés.')].join('\n')); // prettier-ignore
    expect(faults).toEqual([]);
    expect(valid.map(({ line, lines }) => [line, lines])).toEqual([[2, 20], [22, 3], [25, 1]]); // prettier-ignore
    expect(valid[0]!.content.scope).toMatchObject({ kind: 'establishment', sirets: expect.arrayContaining([siretOf(1), siretOf(20)]) as string[] }); // prettier-ignore
    const wrong = check([HEAD, lineOf(1), lineOf(1), `${siretOf(2)};creche;${words};;${siretOf(3)};;;;contrat;`, `${siretOf(4).slice(0, 13)}0;creche;${words};;;;;;contrat;`].join('\n')); // prettier-ignore
    expect(wrong.valid.map(({ line }) => line)).toEqual([2]);
    expect(wrong.faults.map(({ line, column }) => `${line} ${column}`)).toEqual(['3 employeur', '4 etablissements', '5 employeur']); // prettier-ignore
    expect(wrong.faults[0]!.words).toContain('ligne 2');
  });

  it('stores nothing unless all is valid, or the valid lines are accepted', () => {
    const sent = upload(
      [HEAD, GOOD, `${MINE};licorne;Nous offrons une licorne à tous.;;;;;;autre;`].join('\n'),
    );
    expect(() => publishBulk(app, person, sent, false)).toThrow(/corrigez-les/);
    expect(listDeclarations(app, MINE)).toEqual([]);
    expect(publishBulk(app, person, sent, true)).toBe(1);
    expect(listDeclarations(app, MINE)).toMatchObject([{ status: 'published' }]);
    expect(listLedger(app)).toHaveLength(1);
    expect(() => publishBulk(app, person, sent, true)).toThrow(/déjà été traité/);
    expect(check([HEAD, GOOD].join('\n')).faults).toMatchObject([{ words: expect.stringContaining('déjà déclaré') as string }]); // prettier-ignore
  });

  it('is nobody else’s', () => {
    const sent = upload([HEAD, GOOD].join('\n'));
    const stranger = someone(app, 'autre@ailleurs.example', { siren: OTHER });
    expect(findUpload(app, stranger.id, sent.id)).toBeNull();
    expect(reportOn(app, stranger, sent).valid).toEqual([]);
    const waiting = someone(app, 'attend@cabinet.example', { siren: MINE, isApproved: false });
    expect(reportOn(app, waiting, sent).faults).toMatchObject([{ column: 'employeur' }]);
  });

  it('is read whatever its bytes, or refused with words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (noise, hasHead) => {
        const sent = hasHead ? new Uint8Array([...bytes(`${HEAD}\n`), ...noise]) : noise;
        try {
          expect(reportOn(app, person, { rows: readBulk(sent) }).valid).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });

  it('of 10,000 lines is checked in less than five seconds', () => {
    const lines = Array.from({ length: ROWS_MAX }, (_, n) => {
      const benefit = benefits[n % benefits.length]!;
      const group = Math.floor(n / benefits.length / SIRENS.length);
      return `${SIRENS[Math.floor(n / benefits.length) % SIRENS.length]};${benefit.id};Avantage ouvert à tous les salariés du groupe ${group}.;;;catégorie ${group};12;intérimaires;charte;https://verrerie.example/${n}`; // prettier-ignore
    });
    const before = process.cpuUsage();
    const { valid, faults } = check([HEAD, ...lines].join('\n'));
    // Of processor: other work on the machine is not ours.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5000);
    expect(valid.length + faults.length).toBe(ROWS_MAX);
    expect(valid.length).toBeLessThanOrEqual(SIRENS.length * DECLARATIONS_MAX);
    expect(COLUMN_NAMES).toHaveLength(10);
  });
});
