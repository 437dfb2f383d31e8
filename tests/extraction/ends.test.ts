import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const context = { nafCode: null, title: null, legalName: null };
const standingsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    extractor.extract(text, context).findings.map((found) => [found.benefit, found.standing]),
  );

describe('what a text takes away', () => {
  it.each([
    ['teletravail', 'Il est mis fin au télétravail à compter du 30 juin.'],
    [
      'enfant-malade',
      'Le bénéfice des jours rémunérés pour enfant malade est supprimé à compter du 2 juillet 2020.',
    ],
    ['creche', 'La société se retire du programme de crèche à compter du 1er janvier.'],
    ['titres-restaurant', 'Article 3 – Titres-restaurant\nCe dispositif est supprimé à compter du 1er mars.'],
  ])('%s ends: %s', (benefit, text) => {
    expect(standingsOf(text)).toMatchObject({ [benefit]: 'ended' });
  });
});

describe('what ends beside a benefit is no ending of it', () => {
  it.each([
    [
      'a clause on filing',
      'Accord relatif au télétravail\nDépôt\nUne version dans laquelle est supprimée toute mention de noms est déposée.',
    ],
    [
      'a closed restaurant',
      'Une prime de panier est versée les jours où le restaurant d’entreprise est fermé.',
    ],
    [
      'closed negotiations',
      'Mutuelle et prévoyance\nLes négociations sont closes et donnent lieu au présent accord.',
    ],
    [
      'the former agreement',
      'Les accords relatifs à l’égalité professionnelle cessent de produire leur effet à la date du présent accord.',
    ],
    [
      'a paragraph that is rewritten',
      'Article 8 – Fin de carrière des seniors\nLes dispositions du cinquième paragraphe sont supprimées et remplacées par les suivantes.',
    ],
    [
      'another bonus',
      'Les indemnités de repas sont supprimées à la date de mise en place des tickets restaurant.',
    ],
    [
      'a calendar that is settled',
      'Le télétravail est ouvert 2 jours par semaine.\nUn calendrier d’équipe du télétravail est arrêté chaque mois.',
    ],
  ])('%s', (_, text) => {
    expect(Object.values(standingsOf(text))).not.toContain('ended');
  });
});
