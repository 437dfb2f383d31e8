import { describe, expect, it } from 'vitest';
import { foldWhitespace, literalsOf } from '#domain/quote.ts';
import { grantOf } from './support/findings.ts';

const contextOf = (benefit: string, text: string) => grantOf(benefit, text)?.context;

const NOTHING = { titles: [], above: null, head: null, tail: null, before: null, after: null, who: null };

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
    expect(found.context).toEqual({ ...NOTHING, head: MOTIVE.slice(0, -1) });
  });

  it('is the end of such a sentence', () => {
    const found = grantOf('titres-restaurant', `${GRANT.replace('la', 'La')}, ${REST}`)!;
    expect(found.context).toEqual({ ...NOTHING, tail: REST.split(', ')[1] });
  });

  it('is the titles above, without the preamble', () => {
    const text = [
      'PRÉAMBULE',
      'Chapitre 2 – Salariés de l’atelier',
      'Article 2.1 – Mesures communes',
      'La Direction porte la valeur faciale des titres-restaurant à 9 €.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.titles).toEqual([
      'Chapitre 2 – Salariés de l’atelier',
      'Article 2.1 – Mesures communes',
    ]);
  });

  it('is the sentence above that names what the quote gives a figure of', () => {
    const text = [
      '4.1 Vie au siège',
      'Les équipes du siège reçoivent des titres-restaurant depuis l’ouverture du bâtiment, ce que les élus ont rappelé lors de chacune des réunions de l’année et que la Direction confirme pour des salariés dont la pause est courte et dont les bureaux sont éloignés de tout commerce.',
      'La participation de l’employeur est fixée à 5,40 € par jour travaillé.',
    ].join('\n');
    const found = grantOf('titres-restaurant', text)!;
    expect(found.quote).toMatch(/^La participation .* travaillé\.$/);
    expect(found.context).toMatchObject({
      titles: ['4.1 Vie au siège'],
      above: expect.stringMatching(/^Les équipes du siège reçoivent des titres-restaurant/),
    });
  });

  it('leaves out titles of another benefit, and bare ones that may have ended', () => {
    const text = [
      '3.1 Télétravail',
      'Pour le personnel de l’atelier',
      'Les horaires de l’atelier sont affichés chaque lundi.',
      'La Direction porte la valeur faciale des titres-restaurant à 9 €.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.titles).toEqual([]);
  });

  it('is what stands right before and behind in the same article', () => {
    const text = [
      'Article 5 – Frais de santé',
      'Article 6 – Mesures de pouvoir d’achat',
      'Ces mesures sont prises pour l’année 2025.',
      'La Direction porte la valeur faciale des titres-restaurant à 9 €.',
      'Les salariés en déplacement n’en reçoivent pas.',
      'Article 7 – Dépôt',
      'Le texte est déposé.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)).toMatchObject({
      before: 'Ces mesures sont prises pour l’année 2025.',
      after: 'Les salariés en déplacement n’en reçoivent pas.',
    });
  });

  it('is what a title of its own says of who may have it', () => {
    const text = [
      'Article 4 – Prime de transport',
      '4.1 Bénéficiaires',
      'La prime de transport est ouverte aux salariés qui viennent en voiture.',
      'Les titulaires d’un véhicule de fonction n’y ont pas droit.',
      '4.2 Montant',
      'La prime de transport est de 12 € par mois.',
    ].join('\n');
    expect(contextOf('velo-voiture', text)).toMatchObject({
      who: 'La prime de transport est ouverte aux salariés qui viennent en voiture. Les titulaires d’un véhicule de fonction n’y ont pas droit.',
    });
  });

  it('is that of the line that grants, where the same words stand elsewhere too', () => {
    const text = [
      'Revendications de la délégation syndicale :',
      'Œuvres sociales : 5 000 € de dotation exceptionnelle',
      'Après discussion, un terrain d’entente a été trouvé :',
      'Œuvres sociales : 5 000 € de dotation exceptionnelle',
      'Ces mesures concernent les ouvriers de l’atelier.',
    ].join('\n');
    expect(contextOf('cse-activites', text)?.after).toBe('Ces mesures concernent les ouvriers de l’atelier.');
  });

  it('stands in the text letter for letter, and names nobody', () => {
    const named = MOTIVE.replace('la hausse', 'la demande de Madame Le Goff et de la hausse');
    const text = `${named} ${GRANT}, ${REST}`;
    const { quote, context } = grantOf('titres-restaurant', text)!;
    const pieces = literalsOf({ quote, context });
    for (const piece of pieces) {
      expect(foldWhitespace(text)).toContain(piece);
      expect(piece).not.toContain('Le Goff');
    }
    expect(pieces.length).toBeGreaterThan(1);
  });
});
