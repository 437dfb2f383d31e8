import { describe, expect, it } from 'vitest';
import { findPersons, hasPerson } from '#extraction/persons.ts';
import { quoteFrom } from '#extraction/quotes.ts';

describe('findPersons', () => {
  it.each([
    ['Monsieur Dupont représente la société.', 'name'],
    ['Mme Anne-Sophie Le Gall, déléguée syndicale', 'name'],
    ['Fait en accord avec Jean MARTIN et les élus', 'name'],
    ['DURAND Sophie a signé', 'name'],
    ['écrire à prenom.nom@exemple.fr', 'email'],
    ['appeler le 06 12 34 56 78', 'phone'],
    ['appeler le +33 1 23 45 67 89', 'phone'],
    ['voir C:\\Users\\rh\\accord.docx', 'path'],
    ['Pour la CFDT : Karim Benali', 'signature'],
  ])('%s', (text, kind) => {
    expect(findPersons(text).map((trace) => trace.kind)).toContain(kind);
  });

  it.each([
    'Madame la Directrice des ressources humaines',
    'Monsieur XXX confirme le renouvellement de l’abondement',
    'le lycée Jean Moulin et la rue Pierre Curie',
    'l’accord d’entreprise du 12 mars 2021 n° T07522012345',
    'SIRET 123 456 789 00012',
    'les titres-restaurant de 9,50 €',
    'Pour la Direction : les horaires sont maintenus',
  ])('leaves alone: %s', (text) => {
    expect(hasPerson(text)).toBe(false);
  });
});

describe('quoteFrom', () => {
  it('cuts a person off the quote', () => {
    const text = 'La société finance douze berceaux, comme l’a rappelé Madame Martin en réunion.';
    const quote = quoteFrom(text, { start: 0, end: text.length, focus: { start: 18, end: 33 } });
    expect(quote).toBe('La société finance douze berceaux, comme l’a rappelé');
  });

  it('gives up when the person stands in the words themselves', () => {
    const text = 'Madame Martin finance douze berceaux.';
    expect(quoteFrom(text, { start: 0, end: text.length, focus: { start: 0, end: 20 } })).toBeNull();
  });

  it('never exceeds 300 characters and keeps the focus', () => {
    const text = `${'mot '.repeat(200)}crèche ${'mot '.repeat(200)}`.trim();
    const start = text.indexOf('crèche');
    const quote = quoteFrom(text, { start: 0, end: text.length, focus: { start, end: start + 6 } })!;
    expect(quote.length).toBeLessThanOrEqual(300);
    expect(quote).toContain('crèche');
  });
});
