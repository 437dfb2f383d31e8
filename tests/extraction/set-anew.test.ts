import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

/** The sentences are written for the test. */
describe('sums that are set anew, without the sums', () => {
  it.each([
    [
      'below the title of what they are sums of',
      'velo-voiture',
      'Article 3 – Prime de transport\nLes montants sont revus comme suit :\nVoir le tableau en annexe.',
    ],
    [
      'told of what the title names',
      'restauration',
      'Article 3 – Prime de panier\nSon montant sera réévalué au mois de mars.',
    ],
    [
      'told behind what they are sums of',
      'velo-voiture',
      'Indemnité de trajet : il s’agit d’une somme forfaitaire compensant le trajet entre le domicile et l’atelier. Le barème applicable est revu comme suit :',
    ],
    ['what the title names goes on', 'restauration', 'Article 7 – Prime de panier\nElle demeure inchangée.'],
  ])('%s', (_, benefit, text) => {
    expect(find(text, benefit)?.standing).toBe('granted');
  });

  it.each([
    [
      'nobody knows yet how',
      'velo-voiture',
      'Article 3 – Prime de transport\nLes montants seront revus lors de la prochaine négociation.',
    ],
    [
      'sums below for journeys of another kind',
      'velo-voiture',
      'Indemnité de trajet : il s’agit d’une somme forfaitaire compensant le trajet entre le domicile et l’atelier. Le barème applicable est revu comme suit :\nIndemnité de mission : 0,40 € par kilomètre pour les missions hors de l’atelier.',
    ],
    [
      'sums of something else',
      'restauration',
      'Article 3 – Prime de panier et prime de nuit, prime de transport, prime de vacances\nElle demeure inchangée.',
    ],
    [
      'what the branch sets',
      'velo-voiture',
      'Article 3 – Prime de transport\nLe barème de la convention collective est revu chaque année par la branche.',
    ],
  ])('no grant: %s', (_, benefit, text) => {
    expect(find(text, benefit)?.standing).not.toBe('granted');
  });
});

describe('titles of articles, however long', () => {
  const LONG =
    'Article 5 – Reconduire à titre définitif la mesure provisoire décidée en fin d’année dernière : participation de l’entreprise au prix des repas du personnel présent un jour férié';

  it('end what the article above speaks of', () => {
    const text = `Article 4 – Négociations à ouvrir\nLes parties se retrouveront à l’automne.\n${LONG}\nLa présente mesure est adoptée.`;
    expect(find(text, 'restauration')?.standing).toBe('granted');
  });

  it('and those with their text on one line too, with the number of their own', () => {
    const text =
      'Article 4 – Salariés travaillant un jour férié\nUne majoration est versée.\nArticle 5 – La prime de panier est portée à 6 € par jour travaillé.';
    expect(find(text, 'restauration')).toMatchObject({ article: '5', scope: { kind: 'employer' } });
  });

  it('grant nothing by themselves', () => {
    const text = LONG.replace('Reconduire', 'Discuter de reconduire');
    expect(find(text, 'restauration')?.standing).not.toBe('granted');
  });
});

it('a rise in percent above its scale is more than a mention, in a long text too', () => {
  const filler =
    'Les parties rappellent le déroulement de leurs réunions et remercient les équipes.\n'.repeat(45);
  const scale =
    '- Prime de transport mensuelle : + 4,00 % arrondi à l’unité supérieure :\nNouveaux montants :\n1 à 5 km : 10,00 €\n6 km et plus : 15,20 €\n';
  expect(find(`${filler}Article 3 – Primes\n${scale}${filler}`, 'velo-voiture')).toMatchObject({
    standing: 'granted',
    values: { amount: 15.2 },
  });
});

describe('the next of a list, with a figure of its own', () => {
  it('lends none to what stands above', () => {
    const text = 'Deux jours offerts en cas de déménagement ;\nPrime de naissance de 900 euros par enfant ;';
    expect(find(text, 'logement')?.values).toEqual({ days: 2 });
  });

  it('belongs to what opens the list', () => {
    const text =
      'Le salarié muté bénéficie d’une aide au déménagement :\nPrime de mutation de 900 euros, payée en une fois.';
    expect(find(text, 'logement')?.values).toEqual({ amount: 900 });
  });
});
