import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const startOf = (sentence: string, benefit = 'titres-restaurant') =>
  findingOf(`Article 3 – Repas\n${sentence}`, benefit)?.startsOn;

describe('from when a sentence gives something', () => {
  it.each([
    ['À compter du 1er avril 2024, le titre-restaurant vaut 9,20 €, dont 60 % payés par l’employeur.', '2024-04-01'],
    ['La valeur du titre-restaurant passe de 9 € à 9,20 € au 1er avril 2024.', '2024-04-01'],
    ['Le titre-restaurant est porté à 9,20 €, avec effet au 15 mars 2024.', '2024-03-15'],
    ['Le titre-restaurant est porté à 9,20 €. Cette hausse prend effet le 1er mars 2024.', '2024-03-01'],
    ['Le titre-restaurant est porté à 9,20 €.\nLa part de l’employeur est de 60 %.\nApplicable au 1er mars 2024.', '2024-03-01'],
    ['À compter du mois d’avril 2024 :\n- la valeur du titre-restaurant est de 9,20 € ;\n- la part de l’employeur est de 60 %.', '2024-04-01'],
    ['La valeur du titre-restaurant est portée à 9,20 € dès le mois d’avril 2024.', '2024-04-01'],
    ['À partir du lundi 4 mars 2024, les règles changent. Le titre-restaurant est porté à 9,20 €.', '2024-03-04'],
    ['Le titre-restaurant est porté à 9,20 € à compter de l’année 2024.', '2024-01-01'],
    ['Article 3.1 – Titres-restaurant\nLe montant du titre-restaurant est réévalué à partir du 1er avril 2024. Sa valeur faciale est fixée à 9,20 €.', '2024-04-01'],
    ['Le titre-restaurant est porté à 9,20 €.\nArticle 3.2 – Durée d’application\nCette mesure est applicable du 1er mai 2024 au 30 avril 2025.', '2024-05-01'],
    ['Les dispositions suivantes s’appliquent à la date du 1er avril 2024 :\n- titre-restaurant porté à 9,20 € ;\n- panier porté à 7 €.', '2024-04-01'],
    ['Le titre-restaurant reste à 9,20 €, montant applicable depuis le 01/02/2023.', '2023-02-01'],
    ['Pour la période du 1er avril 2022 au 31 mars 2023, le titre-restaurant est fixé à 9,20 €.', '2022-04-01'],
    ['Le titre-restaurant est porté à 9,20 € sur la période allant du 01/01/2024 au 31/12/2024.', '2024-01-01'],
  ])('%s', (sentence, day) => expect(startOf(sentence) ?? undefined).toBe(day)); // prettier-ignore

  it.each([
    'Le titre-restaurant est porté à 9,20 € pour les salariés présents au 1er avril 2024.',
    'Le titre-restaurant est maintenu à 9,20 € jusqu’au 1er avril 2024.',
    'Le titre-restaurant de 9,20 € est acquis aux salariés présents sur la période du 1er avril 2022 au 31 mars 2023.',
    'Le titre-restaurant est fixé à 9,20 €, dans les limites de la loi en vigueur au 1er avril 2024.',
    'Le titre-restaurant est fixé à 9,20 € pour un contrat de travail en cours au 1er avril 2024.',
  ])('says no day: %s', (sentence) => expect(startOf(sentence)).toBeNull());

  it.each([
    'Le titre-restaurant est porté à 9 € au 1er janvier 2024, puis à 9,20 € au 1er juillet 2024.',
    'Le titre-restaurant est porté à 9,20 € à compter du mois suivant la signature de l’accord.',
    'Les titres-restaurant seront revalorisés de 5 % en février 2024.',
    'Le titre-restaurant est porté à 9,20 €. Cette mesure s’applique au 1e£ mars 2024.',
  ])('tells another time than that of its text, and no day: %s', (sentence) =>
    expect(startOf(sentence)).toBe('unclear'),
  );

  it.each([
    'Le titre-restaurant est porté à 9,20 €. Ce montant vaut pour les salariés présents au 1er mars 2024.',
    'Le titre-restaurant est porté à 9,20 €.\nArticle 4 – Salaires\nCette hausse prend effet le 1er mars 2024.',
    'Le titre-restaurant est porté à 9,20 €. La prime de vacances est de 300 €. Elle s’applique à compter du 1er mars 2024.',
  ])('takes no day of something else: %s', (sentence) => expect(startOf(sentence)).toBeNull());

  it('is not asked of a payment made once', () =>
    expect(
      startOf('À compter du 1er mars 2024, une prime de partage de la valeur de 300 € est versée.', 'prime-partage-valeur'),
    ).toBeNull()); // prettier-ignore
});
