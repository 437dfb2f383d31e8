import { describe, expect, it } from 'vitest';
import { QUOTE_LENGTH_MAX } from '#domain/quote.ts';
import { findingOf as find } from './support/findings.ts';

const DEMANDS = 'Revendications de la CGT :\n';

describe('what was asked for or refused', () => {
  it.each<[string, string, string, string]>([
    [
      'a union asks',
      'titres-restaurant',
      'La CFDT demande une hausse de la part patronale des titres-restaurant.',
      'La CFDT demande',
    ],
    [
      'employees speak',
      'cet',
      'Nous demandons un plafond du compte épargne-temps de vingt jours.',
      'Nous demandons',
    ],
    [
      'a wish behind its subject',
      'mobilites-durables',
      'Concernant le forfait mobilités durables, les délégués syndicaux souhaitent 500 € par an.',
      'souhaitent 500 €',
    ],
    [
      'the direction refuses',
      'mutuelle',
      'La Direction n’est pas favorable à une prise en charge plus élevée de la mutuelle.',
      'n’est pas favorable',
    ],
    [
      'the two sides leave it',
      'cet',
      'Les parties n’ont pas souhaité mettre en place un compte épargne-temps.',
      'n’ont pas souhaité',
    ],
    [
      'talks to come',
      'interessement',
      'Les parties conviennent d’ouvrir au printemps une négociation sur un accord d’intéressement.',
      'd’ouvrir au printemps',
    ],
    [
      'a study to come',
      'creche',
      'La Direction s’engage à étudier la réservation de berceaux en crèche avant l’été.',
      'étudier',
    ],
    [
      'talks that go on',
      'egalite',
      'Un accord sur l’égalité professionnelle entre les femmes et les hommes est en cours de négociation.',
      'en cours de négociation',
    ],
    [
      'an item of a list of demands',
      'creche',
      `${DEMANDS}- Augmenter de 10 à 15 le nombre de berceaux en crèche`,
      'Augmenter',
    ],
    [
      'an item with its figure',
      'titres-restaurant',
      `${DEMANDS}- Tickets restaurant à 11 € par jour`,
      '11 €',
    ],
  ])('%s', (_, benefit, text, words) => {
    const found = find(text, benefit);
    expect(['demanded', 'refused']).toContain(found?.standing);
    expect(found!.quote).toContain(words);
  });

  it('stands with the title that names it when the sentence does not', () => {
    const found = find(
      'Forfait mobilités durables\nLa Direction n’a pas souhaité retenir ce point.',
      'mobilites-durables',
    );
    expect(found).toMatchObject({
      standing: 'refused',
      quote: 'Forfait mobilités durables La Direction n’a pas souhaité retenir ce point.',
    });
  });

  it('stands with the answer to it', () => {
    const found = find(
      'Revendications de la CGT :\n- Mise en place d’un treizième mois\nRéponse de la Direction : la Direction refuse cette demande.',
      'treizieme-mois',
    );
    expect(found?.standing).toBe('refused');
    expect(found?.quote).toMatch(/treizième mois.*refuse cette demande/);
  });

  it('stands with the line that opens its list when both fit', () => {
    const found = find(
      'Il est convenu d’ouvrir des négociations sur les points suivants :\n- le travail des seniors,',
      'seniors',
    );
    expect(found?.quote).toMatch(/^Il est convenu d’ouvrir.*seniors,$/);
  });
});

describe('what only looks like it', () => {
  it.each([
    ['a title alone', 'prevoyance', `${DEMANDS}Prévoyance :`],
    ['the name of the thing as an item', 'participation', `${DEMANDS}- Participation aux bénéfices`],
    [
      'a row of a table',
      'conges-supplementaires',
      `${DEMANDS}congés d’ancienneté | | |\ncongé parental | | |`,
    ],
    [
      'a subject of the negotiation',
      'handicap',
      'La négociation annuelle porte sur :\n- l’insertion professionnelle et le maintien dans l’emploi des travailleurs handicapés ;',
    ],
    [
      'what the meetings were for',
      'egalite',
      'Les parties se sont réunies afin d’aborder les thèmes de la négociation, dont l’égalité professionnelle.',
    ],
    [
      'a request of one employee',
      'teletravail',
      'Le télétravail est soumis à la demande écrite du salarié, que le responsable peut refuser.',
    ],
    [
      'requests that are dealt with',
      'mutuelle',
      'Les demandes de règlement au titre de la mutuelle sont adressées au gestionnaire.',
    ],
    [
      'talks that have ended',
      'egalite',
      'La société a engagé des négociations sur l’égalité professionnelle qui ont abouti à un accord.',
    ],
    [
      'another text that gives it',
      'interessement',
      'L’entreprise étant couverte par un accord d’intéressement, les parties n’ont pas entendu développer ce point.',
    ],
    [
      'a case among others',
      'abondement-cpf',
      'Lorsque le salarié ne souhaite pas mobiliser son compte personnel de formation, il en informe l’employeur.',
    ],
    [
      'a circumstance',
      'formation',
      'La Direction refuse de verser un ticket repas au titre d’une journée de formation.',
    ],
    [
      'a wish to affirm',
      'handicap',
      'Les partenaires sociaux souhaitent rappeler leur attachement à l’emploi des travailleurs handicapés.',
    ],
    [
      'no refusal in a negation',
      'egalite',
      'Le bilan de l’égalité professionnelle n’a pas fait ressortir d’écart.',
    ],
  ])('%s', (_, benefit, text) => {
    expect(['demanded', 'refused']).not.toContain(find(text, benefit)?.standing);
  });
});

describe('the law recalled', () => {
  it.each([
    [
      'an article of the code',
      'handicap',
      'Comme le prévoit l’article L. 5212-2 du code du travail, l’entreprise emploie des travailleurs handicapés à hauteur de 6 %.',
    ],
    [
      'a branch agreement',
      'maintien-maladie',
      'Conformément à la convention collective, les ouvriers ont trois jours de carence lors d’un arrêt maladie.',
    ],
    [
      'what an article lays down',
      'expression',
      'L’article L. 2281-1 du code du travail pose le principe du droit d’expression dont bénéficient les salariés.',
    ],
    [
      'an obligation',
      'handicap',
      'Il est rappelé que la loi oblige tout employeur de vingt salariés à employer des travailleurs handicapés.',
    ],
  ])('%s', (_, benefit, text) => {
    expect(find(text, benefit)?.standing).toBe('restates-law');
  });

  it.each([
    [
      'a bare principle',
      'egalite',
      'La Direction rappelle son attachement au principe d’égalité professionnelle.',
    ],
    [
      'an agreement that was signed',
      'egalite',
      'Il est rappelé qu’un accord sur l’égalité professionnelle entre les femmes et les hommes a été signé en mars.',
    ],
    [
      'the negotiation that the code asks for',
      'egalite',
      'Conformément à l’article L. 2242-1 du code du travail, une négociation sur l’égalité professionnelle a été menée.',
    ],
    [
      'a subject in a list',
      'deconnexion',
      'Thèmes prévus par la loi :\n- la qualité de vie et le droit à la déconnexion',
    ],
    [
      'how the agreement is published',
      'participation',
      'Selon l’article L. 2231-5-1 du code du travail, les accords de participation échappent à la publication.',
    ],
    [
      'a noun that the law defines',
      'temps-partiel-parental',
      'Le compte sert au passage à temps partiel prévu par la loi pour le congé parental d’éducation.',
    ],
  ])('not in %s', (_, benefit, text) => {
    expect(find(text, benefit)?.standing).not.toBe('restates-law');
  });
});

it('quotes whole clauses of a long sentence, with the subject and the demand', () => {
  const before = 'après avoir rappelé le contexte dans lequel les réunions se sont tenues, '.repeat(5);
  const after = ', ce qui suppose de revoir plusieurs points de la politique sociale de l’entreprise'.repeat(
    4,
  );
  const text = `En conclusion, ${before}la CGT demande la mise en place d’un compte épargne-temps pour tous${after}.`;
  const { quote } = find(text, 'cet')!;
  expect(quote.length).toBeLessThanOrEqual(QUOTE_LENGTH_MAX);
  expect(quote).toContain('la CGT demande la mise en place d’un compte épargne-temps');
  expect(text.slice(0, text.indexOf(quote))).toMatch(/, $/);
  expect(text.slice(text.indexOf(quote) + quote.length)).toMatch(/^,/);
});
