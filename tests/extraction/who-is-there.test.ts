import { describe, expect, it } from 'vitest';
import { findingOf, grantOf } from './support/findings.ts';

const FIELD =
  'Le présent accord s’applique aux salariés de la société inscrits à l’effectif au 31 mars 2024.';
const GRANT = 'La prime carburant est portée à 60 € par mois.';
const conditions = (text: string) => grantOf('velo-voiture', text)?.context?.conditions ?? [];

describe('who must be there to have anything of a text', () => {
  it('is told beside each grant, wherever the text says it', () => {
    expect(conditions(`Article 1 – Mesures\n${GRANT}\nArticle 2 – Champ d’application\n${FIELD}`)).toEqual([
      FIELD,
    ]);
    const measures = FIELD.replace(
      'Le présent accord s’applique',
      'Les mesures prévues dans le présent document seront applicables',
    );
    expect(conditions(`Champ d’application\n${measures}\nPrime carburant\n${GRANT}`)).toEqual([measures]);
  });
  it('is not told where the text is for whoever comes', () => {
    const all = 'Le présent accord s’applique à l’ensemble des salariés de la société.';
    expect(conditions(`Article 1 – Mesures\n${GRANT}\nArticle 2 – Champ d’application\n${all}`)).toEqual([]);
  });
  it('says nothing of what another accord gives', () => {
    const text = `Article 1 – Champ\n${FIELD}\nArticle 2 – Épargne\nUn accord d’intéressement signé le 3 mai 2022 est en vigueur.`;
    expect(grantOf('interessement', text)?.context?.conditions ?? []).toEqual([]);
  });
});

describe('one group left out in two words', () => {
  const excluded = (who: string) =>
    grantOf(
      'prime-partage-valeur',
      `Une prime de partage de la valeur de 400 € est versée à tous, à l’exception des ${who}.`,
    )?.eligibility.excluded;
  it('is the narrow one', () =>
    expect(excluded('cadres supérieurs de la société appartenant au comité exécutif')).toEqual([
      'membres du comité exécutif',
    ]));
  it('is not one where each is named', () =>
    expect(excluded('cadres supérieurs et des mandataires sociaux')).toEqual([
      'cadres supérieurs',
      'mandataires sociaux',
    ]));
});

describe('a figure told beside to compare', () => {
  it.each([
    [
      'FO demande de passer le CET de 15 jours à 40 jours cumulables (80 jours dans la convention collective).',
      'cet',
      { capDays: 40 },
    ],
    [
      'FO demande une indemnité de télétravail (prime énergie) : 1 jour par semaine : 18 € / mois.',
      'teletravail-indemnite',
      { amountPerMonth: 18 },
    ],
    [
      'FO demande une prime de transport d’un maximum de 300 € par an pour les véhicules thermiques et de 500 € pour les véhicules électriques.',
      'velo-voiture',
      { amount: 500, per: 'par an' },
    ],
  ])('%s', (text, benefit, values) => expect(findingOf(text, benefit)?.values).toEqual(values));
});
