import { DATA_DIR } from '../support/data-dir.ts';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { findDeclaration, listDeclarations } from '#db/app/declarations.ts';
import { listDocumentsOf } from '#db/app/drafts.ts';
import { listLedger } from '#db/app/ledger.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { listOutbox } from '#db/app/read.ts';
import { storeDocument } from '#desk/declarations/documents.ts';
import { discardDraft, openDeclaration, openDraft, OvertakenError, saveStep, startDraft, startEdit } from '#desk/declarations/drafts.ts'; // prettier-ignore
import { publishDraft, withdrawDeclaration } from '#desk/declarations/publish.ts';
import { nextOpenStep, readWords, type Step } from '#desk/declarations/steps.ts';
import { readNumber, readValues } from '#desk/declarations/values.ts';
import type { Room } from '#desk/guard.ts';
import { approve } from '#desk/roles.ts';
import { InputError } from '#domain/errors.ts';
import type { BenefitId, Siren, Siret } from '#domain/ids.ts';
import type { Establishment, Identity } from '#domain/profile.ts';
import { formOf, roomOf, someone } from '../support/desk.ts';
import { buildFacts, makeProfile, PROVENANCE } from '../support/facts.ts';

const [SIREN, OTHER] = ['732829320', '552100554'] as Siren[] as [Siren, Siren];
const SITE = '73282932000074' as Siret;
const catalogue = loadCatalogue();
const creche = catalogue.benefitById.get('creche' as BenefitId)!;
const WORDS = 'Nous réservons dix berceaux dans des crèches proches de nos sites.';
const SITES = [{ siret: SITE, communeName: 'Rennes', departmentCode: '35', isOpen: true }] as Establishment[];
const identity = {
  tradeNames: [],
  formerSirens: [],
  establishments: SITES,
  provenance: PROVENANCE,
} as unknown as Identity;
buildFacts(path.join(DATA_DIR, 'facts.db'), [
  makeProfile({ siren: SIREN, identity }),
  makeProfile({ siren: OTHER, name: 'Autre verrerie', agreements: [], entries: [] }),
]);

let app: AppDatabase;
let room: Room;
beforeEach(() => {
  app = openApp(':memory:');
  room = roomOf(someone(app, 'rh@verrerie.example', { siren: SIREN }), SIREN);
});

const open = (id: number) => openDraft(app, SIREN, String(id))!;
const save = (
  id: number,
  step: Step,
  fields: Record<string, string | string[]>,
  version = open(id).version,
) => saveStep(app, room, open(id), { step, form: formOf(fields), version }, catalogue);
const fill = (id: number, change: Partial<Record<Step, Record<string, string | string[]>>> = {}) => {
  save(id, 'chiffres', change.chiffres ?? { 'valeur-cribs': '10', 'valeur-employerShare': '' });
  save(id, 'phrase', change.phrase ?? { phrase: WORDS });
  save(id, 'couverture', change.couverture ?? { qui: 'tous' });
  save(id, 'preuve', change.preuve ?? { preuve: 'contract', adresse: '' });
};
const declare = (change = {}) => {
  const id = startDraft(app, room, creche.id);
  fill(id, change);
  return publishDraft(app, room, open(id), catalogue);
};

describe('a draft', () => {
  it('is saved page by page, and leads to the first one that lacks something', () => {
    const id = startDraft(app, room, creche.id);
    expect(nextOpenStep(open(id).content, catalogue)).toBe('chiffres');
    save(id, 'chiffres', { 'valeur-cribs': '10' });
    expect(nextOpenStep(open(id).content, catalogue)).toBe('phrase');
    expect(() => publishDraft(app, room, open(id), catalogue)).toThrow(/Il manque/);
    fill(id);
    expect(nextOpenStep(open(id).content, catalogue)).toBe('relecture');
    expect(open(id).content).toMatchObject({ values: { cribs: 10 }, scope: { kind: 'employer' } });
  });

  it('tells the second of two editors, and loses nothing of either', () => {
    const id = startDraft(app, room, creche.id);
    const { version } = open(id);
    save(id, 'phrase', { phrase: WORDS }, version);
    const mine = 'Nous réservons vingt berceaux dans des crèches proches de nos sites.';
    expect(() => save(id, 'phrase', { phrase: mine }, version)).toThrow(OvertakenError);
    expect(open(id).content.words).toBe(WORDS);
    save(id, 'phrase', { phrase: mine });
    expect(open(id).content.words).toBe(mine);
  });

  it('forgets the figures of another benefit', () => {
    const id = startDraft(app, room, creche.id);
    save(id, 'chiffres', { 'valeur-cribs': '10' });
    save(id, 'avantage', { avantage: 'teletravail' });
    expect(open(id).content).toEqual({ benefit: 'teletravail' });
  });

  it('is nothing to another employer', () => {
    const id = startDraft(app, room, creche.id);
    expect(openDraft(app, OTHER, String(id))).toBeNull();
    for (const tried of ['', '0', '-1', '1e3', '1 OR 1=1', '99999999999'])
      expect(openDraft(app, SIREN, tried)).toBeNull();
    discardDraft(app, open(id));
    expect(openDraft(app, SIREN, String(id))).toBeNull();
  });
});

describe('what is typed', () => {
  it.each([['2', 2], ['2,5', 2.5], ['1 234,5', 1234.5], ['1\u202f234 €', 1234], ['70 %', 70], ['', null], ['deux', null], ['-3', null], ['1e9', null], ['0x10', null], ['1,2,3', null]])('« %s » is the number %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  }); // prettier-ignore

  it('is refused outside of what the benefit allows, everything at once', () => {
    const typed: Record<string, string> = { cribs: '0', employerShare: '140' };
    expect(() => readValues(creche, (slot) => typed[slot] ?? '')).toThrow(
      /Berceaux.*entre 1 et 2.000.*Part payée/s,
    );
    expect(readValues(creche, () => '')).toEqual({});
  });

  it.each([
    ['<script>alert(1)</script> nous offrons une crèche', /HTML/],
    ['<img src=x onerror=alert(1)> une crèche pour tous', /HTML/],
    ['Une crèche &lt;b&gt; pour tous les salariés du site', /HTML/],
    ['Contactez Mme Martin pour obtenir une place en crèche', /nommer une personne/],
    ['Marie Dupont attribue les places en crèche chaque année', /nommer une personne/],
    ['Écrivez à creche@verrerie.example pour avoir une place', /coordonnées/],
    ['Une place en crèche : appelez le 02 99 12 34 56', /coordonnées/],
    ['Une pla\u200bce en crèche pour tous les salariés', /invisibles/],
    ['Une place \u202een crèche\u202c pour tous les salariés', /sens de lecture/],
    ['Crèche', /phrase complète/],
    ['', /Écrivez/],
    ['x'.repeat(301), /300 au plus/],
  ])('cannot be published: %s', (words, why) => {
    expect(() => readWords(words)).toThrow(InputError);
    expect(() => readWords(words)).toThrow(why);
  });

  it('keeps no invisible character whatever a form sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 20, maxLength: 60 }), (noise) => {
        const id = startDraft(app, room, creche.id);
        try {
          save(id, 'phrase', { phrase: noise });
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
        expect(open(id).content.words ?? '').not.toMatch(
          /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|<[a-z!/?]/i,
        );
        discardDraft(app, open(id));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [{ qui: 'etablissement', siret: [] }, /au moins un établissement/],
    [{ qui: 'etablissement', siret: ['55210055400013'] }, /n’est pas de cet employeur/],
    [{ qui: 'etablissement', siret: ['12345678901234'] }, /SIRET valide/],
    [{ qui: 'etablissement', siret: ['abc'] }, /SIRET valide/],
    [{ qui: 'categorie', categorie: '' }, /Nommez la catégorie/],
    [{ qui: 'categorie', categorie: 'Jean Dupont' }, /nommer une personne/],
    [{ qui: 'tout le monde' }, /Dites qui/],
    [{ qui: 'tous', anciennete: '1,5' }, /nombre entier/],
  ])('is no coverage: %o', (fields, why) => {
    const id = startDraft(app, room, creche.id);
    expect(() => save(id, 'couverture', fields)).toThrow(why);
  });

  it.each(['http://verrerie.example/charte', 'javascript:alert(1)', 'https://user:pass@verrerie.example', 'https://localhost/x', 'charte'])('is no public page: %s', (adresse) => {
    const id = startDraft(app, room, creche.id);
    expect(() => save(id, 'preuve', { preuve: 'charter', adresse })).toThrow(/https:/);
  }); // prettier-ignore
});

describe('publishing', () => {
  it('writes declaration, ledger and order to the publisher together', () => {
    expect(declare()).toBe('published');
    const [declaration] = listDeclarations(app, SIREN);
    expect(declaration).toMatchObject({
      status: 'published',
      claimId: `declaration-${SIREN}-creche`,
      version: 1,
    });
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([SIREN]);
    expect(listLedger(app)).toMatchObject([
      { action: 'declaration-published', role: 'employer', siren: SIREN },
    ]);
    expect(listLedger(app)[0]!.after).toContain(WORDS);
  });

  it('is refused twice for the same people, and taken for others', () => {
    declare();
    expect(() => declare()).toThrow(/déjà déclaré/);
    expect(listDeclarations(app, SIREN)).toHaveLength(1);
    declare({ couverture: { qui: 'etablissement', siret: [SITE] } });
    expect(listDeclarations(app, SIREN).map(({ content }) => content.scope.label)).toContain(
      'établissement de Rennes',
    );
  });

  it('of a change is refused when somebody else changed it first', () => {
    declare();
    const declaration = listDeclarations(app, SIREN)[0]!;
    const mine = startEdit(app, room, declaration);
    expect(startEdit(app, room, declaration)).toBe(mine);
    withdrawDeclaration(app, room, findDeclaration(app, declaration.id)!);
    expect(() => publishDraft(app, room, open(mine), catalogue)).toThrow(/changée par quelqu’un/);
    expect(listLedger(app)[0]).toMatchObject({ action: 'declaration-withdrawn' });
    expect(() => withdrawDeclaration(app, room, declaration)).toThrow(InputError);
    expect(openDeclaration(app, SIREN, String(declaration.id))).toBeNull();
  });

  it('of a confirmation starts twelve new months under the same name', () => {
    declare();
    const declaration = listDeclarations(app, SIREN)[0]!;
    publishDraft(app, room, open(startEdit(app, room, declaration)), catalogue);
    expect(listDeclarations(app, SIREN)).toMatchObject([
      { id: declaration.id, claimId: declaration.claimId, version: 2 },
    ]);
    expect(listOutbox(app)).toHaveLength(2);
  });

  it('by somebody not approved yet waits, and appears with the approval', () => {
    const newcomer = someone(app, 'autre@verrerie.example', {
      siren: SIREN,
      role: 'editor',
      isApproved: false,
    });
    const owner = room;
    room = roomOf(newcomer, SIREN);
    expect(declare()).toBe('pending');
    expect([listOutbox(app), listLedger(app)]).toEqual([[], []]);
    approve(app, owner.person, SIREN, newcomer.id);
    expect(listDeclarations(app, SIREN)).toMatchObject([{ status: 'published' }]);
    expect(listOutbox(app)).toHaveLength(1);
    expect(listLedger(app)).toHaveLength(1);
  });

  it('by somebody not approved yet changes nothing that is published', () => {
    declare();
    const declaration = listDeclarations(app, SIREN)[0]!;
    room = roomOf(
      someone(app, 'autre@verrerie.example', { siren: SIREN, role: 'editor', isApproved: false }),
      SIREN,
    );
    expect(() => withdrawDeclaration(app, room, declaration)).toThrow(/attend sa validation/);
    expect(() => publishDraft(app, room, open(startEdit(app, room, declaration)), catalogue)).toThrow(
      /attend sa validation/,
    );
    expect(listDeclarations(app, SIREN)).toMatchObject([{ status: 'published', version: 1 }]);
  });
});

describe('a private document', () => {
  const file = (name: string, bytes: string | Buffer) =>
    new File([new Uint8Array(Buffer.from(bytes as string, 'latin1'))], name);
  const keep = (sent: File, id = startDraft(app, room, creche.id)) =>
    storeDocument(app, { id, siren: SIREN }, room.person.id, sent);

  it('goes with its declaration, under another name', async () => {
    const id = startDraft(app, room, creche.id);
    await keep(file('../../contrat <b>.pdf', '%PDF-1.7 …'), id);
    fill(id);
    publishDraft(app, room, open(id), catalogue);
    const [document] = listDocumentsOf(app, listDeclarations(app, SIREN)[0]!.id);
    expect(document).toMatchObject({ name: '....contrat b.pdf', type: 'application/pdf' });
    expect(document!.file).toMatch(/^[0-9a-f]{32}\.pdf$/);
  });

  it.each([
    ['virus.pdf', 'MZ\x90\x00'],
    ['page.pdf', '<html><script>alert(1)</script>'],
    ['image.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['archive.docx', 'PK\x03\x04 nothing of a document'],
    ['vide.pdf', ''],
  ])('is refused by its bytes, whatever its name: %s', async (name, bytes) => {
    await expect(keep(file(name, bytes))).rejects.toThrow(/Format de document refusé/);
  });

  it('is refused beyond 5 MB', async () => {
    await expect(keep(file('gros.pdf', `%PDF-${'x'.repeat(5 * 1024 * 1024)}`))).rejects.toThrow(
      /5 Mo au plus/,
    );
  });
});
