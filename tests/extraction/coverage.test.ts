import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

describe('who is named as covered', () => {
  it.each([
    [
      'a move to part-time in the next item is about nobody in particular',
      'maternite',
      'L’entreprise poursuivra les actions suivantes :\nMaintenir la rémunération des salariées pendant leur congé maternité ;\nFavoriser le passage à temps partiel choisi ;',
    ],
    [
      'a numbered title opens another subject',
      'planning',
      'Les parties conviennent que la prime d’astreinte hebdomadaire passe de 180 € à 185 €.\n2-2 : Apprentissage\nIl est convenu entre les parties :\nD’intégrer les apprentis aux revues annuelles ;',
    ],
    [
      'an apprentice whose degree is rewarded is not the one who is paid',
      'tutorat',
      'Une prime de tutorat est instaurée : 400 € au tuteur à l’obtention du diplôme de l’apprenti.',
    ],
  ])('%s', (_, benefit, text) => expect(find(text, benefit)?.eligibility.included).toEqual([]));

  it('part-time staff are, where the sentence says so', () => {
    expect(
      find(
        'Le forfait mobilités durables de 400 € par an est ouvert aux salariés à temps partiel dans les mêmes conditions.',
        'mobilites-durables',
      )?.eligibility.included,
    ).toEqual(['temps partiel']);
  });
});

describe('where', () => {
  it('a site and people elsewhere are both named', () => {
    expect(
      find(
        'Article 4 : Tickets restaurants pour les salariés du site de Vannes et les salariés en mission\nLa valeur des tickets restaurant est portée à 9 €.',
        'titres-restaurant',
      )?.scope,
    ).toMatchObject({ kind: 'establishment', label: 'site de Vannes et les salariés en mission' });
  });

  it('a group called by its initials is the scope', () => {
    expect(
      find(
        'Droit d’expression\nPour les CPS, il est organisé chaque année une réunion d’expression directe et collective des salariés.',
        'expression',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'CPS' });
  });

  it('the places that exist at a site so far do not limit it to that site', () => {
    expect(
      find(
        'Crèche\nLe cumul des berceaux existants au sein du site de Vannes sera conservé sur le nouveau campus.',
        'creche',
      )?.scope.kind ?? 'employer',
    ).toBe('employer');
  });
});

describe('when', () => {
  it('two named years are no single payment', () => {
    expect(
      find(
        'Compte tenu de la situation exceptionnelle, la Direction décide de verser une prime de transport exceptionnelle de 300 € par an au titre des années 2022 et 2023.',
        'velo-voiture',
      )?.oneOff,
    ).toBeNull();
  });

  it('a top-up given by exception to the rule above is given each time', () => {
    expect(
      find(
        'Les jours du compte épargne-temps utilisés en fin de carrière sont abondés de 40 %. Par exception à l’article 6.1, l’indemnité versée sur le compte épargne-temps donne lieu à l’abondement exceptionnel de 40 %.',
        'cet',
      ),
    ).toMatchObject({ values: { topUp: 40 }, oneOff: null });
  });

  it('nothing ends before it is paid', () => {
    expect(
      find(
        'Avant le 31/03/2022, une prime exceptionnelle de pouvoir d’achat de 300 € sera versée, liée aux négociations au titre de l’année 2020 et 2021.',
        'prime-partage-valeur',
      ),
    ).toMatchObject({ oneOff: { year: 2022 }, lasts: null });
  });
});

describe('what came to nothing', () => {
  it('the last offers of a record of disagreement that the unilateral measures leave out', () => {
    const text =
      'Procès-verbal de désaccord\nDernières propositions de la direction\nMutuelle\nIl est convenu de porter la part patronale de la mutuelle de 33 € à 35 €.\nMesures unilatérales prises par la direction pour 2024\nPanier\nLa prime de panier est portée à 7 €.';
    expect(find(text, 'mutuelle')?.standing).not.toBe('granted');
    expect(find(text, 'restauration')).toMatchObject({ standing: 'granted', values: { amount: 7 } });
  });

  it('an employer in favour of a separate agreement', () => {
    expect(
      find(
        'La Direction est favorable à la conclusion d’un accord séparé, prévoyant le versement d’une prime de partage de la valeur de 500 € par salarié.',
        'prime-partage-valeur',
      )?.standing,
    ).not.toBe('granted');
  });
});

describe('the quote of a long sentence', () => {
  it('leaves out the motives where the main clause then stands whole', () => {
    expect(
      find(
        'Dans le cadre de sa politique en faveur de la parentalité et afin de poursuivre ce qui a été engagé depuis plusieurs années déjà pour les collaborateurs des deux sièges de l’entreprise et de leurs annexes, les parties conviennent de la mise à disposition de 9 berceaux en crèche exclusivement à destination des collaborateurs des magasins.',
        'creche',
      )?.quote,
    ).toBe(
      'les parties conviennent de la mise à disposition de 9 berceaux en crèche exclusivement à destination des collaborateurs des magasins.',
    );
  });

  it('may end where a parenthesis opens', () => {
    expect(
      find(
        'A compter du 1er juillet 2022, tous les salariés obligés de venir de leur domicile à leur lieu de travail avec leur véhicule personnel bénéficieront d’une indemnité kilométrique par jour de présence (sous réserve de remettre une attestation remplie en entier et signée, avec un justificatif de domicile récent) tous les ans, au service du personnel de leur site.',
        'velo-voiture',
      )?.quote,
    ).toMatch(/bénéficieront d’une indemnité kilométrique par jour de présence$/);
  });
});
