import { describe, expect, it } from 'vitest';
import { grantOf as find } from './support/findings.ts';

describe('a year that stands beside a grant', () => {
  it('is that of a bonus whose title names it', () =>
    expect(
      find('treizieme-mois', 'Prime de vacances 2024\nLa prime de vacances est de 900 € bruts.')?.lasts,
    ).toEqual({ until: '2024-12-31' }));

  it('is no end of a bonus that comes back', () =>
    expect(
      find(
        'treizieme-mois',
        'Prime de vacances 2024\nChaque année, une prime de vacances de 900 € est versée.',
      )?.lasts,
    ).toBeNull());

  it('is that of the purchase that is aided', () =>
    expect(
      find(
        'velo-voiture',
        'Article 5 – Vélo\nL’entreprise participe à l’achat d’un vélo à hauteur de 300 €.\nLa facture devra concerner un achat effectué en 2024.',
      )?.lasts,
    ).toEqual({ until: '2024-12-31' }));
});

describe('a limit counted for each', () => {
  it.each([
    'L’entreprise rembourse 100 % de l’abonnement de transports en commun pendant les 2 années suivant le changement de lieu de travail.',
    'L’entreprise rembourse 90 % de l’abonnement de transports en commun durant les six premiers mois qui suivent l’embauche.',
  ])('is a condition: %s', (text) =>
    expect(find('transport-public', text)?.eligibility.isConditional).toBe(true),
  );
});

describe('a scale of lines that open with their band', () => {
  it('gives its highest figure, the unit of which its neighbours print', () =>
    expect(
      find(
        'velo-voiture',
        'Article 5 – Prime de transport\nLa prime de transport est fixée ainsi :\nDe 0 à 5 km : pas de prime\nDe 5 à 12 km : 1,90 € par jour travaillé\nAu-delà de 12 km : 2,85 par jour travaillé',
      )?.values,
    ).toMatchObject({ amount: 2.85 }));
});
