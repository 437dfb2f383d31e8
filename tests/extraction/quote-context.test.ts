import { describe, expect, it } from 'vitest';
import { foldWhitespace } from '#domain/quote.ts';
import { grantOf } from './support/findings.ts';

const contextOf = (benefit: string, text: string) => grantOf(benefit, text)?.context;

const MOTIVE =
  'Compte tenu de la hausse durable du prix des carburants constatée depuis le début de l’année dans la région et de l’absence de transports en commun aux heures de prise de poste des équipes du matin,';
const GRANT =
  'la Direction décide de porter la valeur faciale des titres-restaurant à 9,50 € pour l’ensemble des salariés du siège et des agences';
const REST =
  'les modalités de commande et de distribution restant celles qui figurent dans la note de service affichée dans chacun des établissements concernés, tenue à jour chaque année.';

describe('what stands around a quote', () => {
  it('is nothing where the quote says everything', () => {
    expect(contextOf('titres-restaurant', `${GRANT.replace('la', 'La')}.`)).toBeNull();
  });

  it('is the beginning of a sentence that is too long to be quoted whole', () => {
    const found = grantOf('titres-restaurant', `${MOTIVE} ${GRANT}.`)!;
    expect(found.quote).toBe(`${GRANT}.`);
    expect(found.context).toEqual({
      titles: [],
      above: null,
      head: MOTIVE.slice(0, -1),
      tail: null,
    });
  });

  it('is the end of such a sentence', () => {
    const found = grantOf('titres-restaurant', `${GRANT.replace('la', 'La')}, ${REST}`)!;
    expect(found.context).toEqual({
      titles: [],
      above: null,
      head: null,
      tail: REST.split(', ')[1],
    });
  });

  it('is the titles above, without the preamble', () => {
    const text = [
      'PRÉAMBULE',
      'Chapitre 2 – Salariés de l’atelier',
      'Article 2.1 – Repas',
      'La Direction porte la valeur faciale des titres-restaurant à 9 €.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.titles).toEqual([
      'Chapitre 2 – Salariés de l’atelier',
      'Article 2.1 – Repas',
    ]);
  });

  it('is the sentence above that names what the quote gives a figure of', () => {
    const text = [
      '4.1 Repas du midi',
      'Les équipes du siège reçoivent des titres-restaurant depuis l’ouverture du bâtiment, ce que les élus ont rappelé lors de chacune des réunions de l’année et que la Direction confirme pour des salariés dont la pause est courte et dont les bureaux sont éloignés de tout commerce.',
      'La participation de l’employeur est fixée à 5,40 € par jour travaillé.',
    ].join('\n');
    const found = grantOf('titres-restaurant', text)!;
    expect(found.quote).toMatch(/^La participation .* travaillé\.$/);
    expect(found.context).toMatchObject({
      titles: ['4.1 Repas du midi'],
      above: expect.stringMatching(/^Les équipes du siège reçoivent des titres-restaurant/),
    });
  });

  it('stands in the text letter for letter, and names nobody', () => {
    const named = MOTIVE.replace('la hausse', 'la demande de Madame Le Goff et de la hausse');
    const text = `${named} ${GRANT}, ${REST}`;
    const { quote, context } = grantOf('titres-restaurant', text)!;
    const pieces = [quote, context?.head, context?.tail].filter((piece) => typeof piece === 'string');
    for (const piece of pieces) {
      expect(foldWhitespace(text)).toContain(piece);
      expect(piece).not.toContain('Le Goff');
    }
    expect(pieces.length).toBeGreaterThan(1);
  });
});
