import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const ENDS = 'Article 9 – Durée\nLe présent accord est conclu pour une durée déterminée d’un an.';
const lastingOf = (sentence: string, benefit = 'interessement') =>
  findingOf(`Article 3 – Partage de la valeur\n${sentence}\n${ENDS}`, benefit)?.lasts;

describe('what another agreement set up', () => {
  it.each([
    'Un accord d’intéressement a également été signé au printemps dernier.',
    'Il a été conclu le 3 juin 2021 un accord d’intéressement avec les syndicats.',
    'Un accord d’intéressement est toujours en vigueur dans la société.',
    'L’entreprise dispose aussi d’un accord d’intéressement.',
    'L’association est déjà couverte par un accord d’intéressement.',
    'Intéressement et participation font l’objet d’accords distincts.',
    'Les parties rappellent l’existence d’un accord d’intéressement.',
    'L’accord d’intéressement signé le 3 juin 2021 vise tous les services.',
    'La Direction se félicite de l’accord d’intéressement conclu en 2021, qui récompense les équipes.',
    'Les salariés bénéficient de l’intéressement conformément à l’accord du 3 juin 2021.',
    'Pour rappel, un intéressement de 3 % des bénéfices est versé à tous les salariés.',
    'Il a aussi été rappelé que la société a instauré un intéressement pour tous les salariés.',
    'Rappel : l’intéressement est versé à tous les salariés.',
    'Les parties rappellent qu’une prime d’intéressement est versée à tous depuis 2019.',
    'Étant rappelé que l’accord d’intéressement a été signé le 3 juin 2021, les parties conviennent que ce thème a déjà été abordé.',
    'Réviser l’accord d’intéressement pour y ajouter un critère de sécurité.',
    'Il n’est pas prévu de réviser l’accord d’intéressement en cours de validité.',
    'Un accord d’intéressement au sein de la société Exemple S.A.S. a été signé en mars 2021.',
    'Le 3 juin 2021, la C.F.D.T. et la Direction ont signé un accord relatif à l’intéressement.',
    'En juin 2021, la société a négocié et signé un accord relatif à l’intéressement.',
    'Par accord d’entreprise du 3 juin 2021, les parties ont convenu de la mise en place d’un intéressement au profit de tous.',
    'Il existe dans la société un accord d’intéressement dont bénéficient tous les salariés.',
    'Les parties constatent la mise en place, en 2021, d’un accord d’intéressement.',
    'L’établissement est concerné par un accord d’intéressement.',
    'Selon l’accord relatif au partage de la valeur, les salariés bénéficient d’un intéressement.',
  ])('does not end with the text that recalls it: %s', (sentence) =>
    expect(lastingOf(sentence)).toEqual({ isRecalled: true, endsOn: null }),
  );

  it('was given by the talks of another year', () =>
    expect(
      lastingOf(
        'Lors de la dernière négociation annuelle, l’entreprise a porté la valeur du titre-restaurant à 9 €.',
        'titres-restaurant',
      ),
    ).toEqual({ isRecalled: true, endsOn: null }));

  it.each([
    ['Un accord d’intéressement a été signé le 3 juin 2022 pour les exercices 2022, 2023 et 2024.', '2024-12-31'],
    ['Un accord d’intéressement a été conclu le 3 juin 2021. Cet accord vaut pour les années 2021, 2022 et 2023.', '2023-12-31'],
    ['Les parties ont rappelé la signature d’un accord d’intéressement valable à compter du 1er juin 2021 pour une durée de deux ans.', '2023-05-31'],
    ['L’Office s’est doté d’un accord d’intéressement qui s’achèvera le 30 septembre 2025.', '2025-09-30'],
  ])('ends when the text says that it does: %s', (sentence, endsOn) =>
    expect(lastingOf(sentence)).toEqual({ isRecalled: true, endsOn }),
  ); // prettier-ignore

  it.each([
    'La Direction rappelle les mesures déjà prises en 2021 :',
    'L’accord sur le partage de la valeur signé le 3 juin 2019 continue à s’appliquer :',
  ])('is an item of what is recalled: %s', (opener) =>
    expect(
      lastingOf(`${opener}\n- un intéressement de 3 % des bénéfices est versé ;\n- une prime de rentrée est payée.`),
    ).toEqual({ isRecalled: true, endsOn: null }),
  ); // prettier-ignore

  it('is a scheme of a list that the firm has', () =>
    expect(
      lastingOf('La société dispose :\n- d’un plan d’épargne entreprise depuis 2012 ;\n- d’un restaurant.', 'epargne-salariale'),
    ).toEqual({ isRecalled: true, endsOn: null })); // prettier-ignore

  it('does not end in the year in which it will do something', () =>
    expect(
      lastingOf(
        'Pour rappel, la prime d’ancienneté atteint 15 % du salaire et son plafond a été relevé en 2023.',
        'prime-anciennete',
      ),
    ).toEqual({ isRecalled: true, endsOn: null }));

  it('ends on its own day, and not on that of another one beside it', () =>
    expect(
      lastingOf(
        'La société dispose d’un accord d’intéressement pour les années 2021 et 2022 et d’un plan d’épargne entreprise.',
        'epargne-salariale',
      ),
    ).toEqual({ isRecalled: true, endsOn: null }));

  it.each([
    ['what this text prolongs', 'L’accord d’intéressement signé le 3 juin 2021 est reconduit dans les mêmes conditions.'],
    ['what this text sets up', 'Le présent accord met en place un intéressement ; il a été signé après trois réunions.'],
    ['what is recalled and raised', 'Pour rappel, l’intéressement versé représente 2 % des bénéfices et sera porté à 3 %.'],
    ['what is done under a recalled rule', 'Les parties rappellent leur attachement à l’intéressement, versé chaque année à tous.'],
    ['what is decided for it', 'L’accord d’intéressement ayant été signé, les parties conviennent que l’intéressement sera porté à 3 % des bénéfices.'],
    ['what will be', 'Un accord d’intéressement sera conclu, et un supplément de 300 € sera versé à chacun.'],
  ])('is not %s', (_, sentence) => expect(lastingOf(sentence)).not.toMatchObject({ isRecalled: true })); // prettier-ignore

  it.each([
    ['in the sentence above', 'Un accord sur le compte épargne temps a été signé le 3 juin 2021 pour une durée de 3 ans.\nCet accord permet aux salariés de placer 10 jours par an sur leur compte épargne temps.', '2024-06-02'],
    ['far from it', 'Les parties rappellent la signature le 3 juin 2021 d’un accord sur l’égalité, valable jusqu’au 30 juin 2025.\nArticle 4 – Compte épargne temps\nDans le cadre de l’accord signé le 3 juin 2021, chacun place 10 jours par an sur son compte épargne temps.', '2025-06-30'],
    ['not of another one', 'Les parties rappellent la signature le 4 mai 2021 d’un accord sur le handicap, valable jusqu’au 30 juin 2025.\nArticle 4 – Compte épargne temps\nDans le cadre de l’accord signé le 3 juin 2021, chacun place 10 jours par an sur son compte épargne temps.', null],
  ])('ends on the day told of the same agreement %s', (_, text, endsOn) =>
    expect(lastingOf(text, 'cet')).toEqual({ isRecalled: true, endsOn }),
  ); // prettier-ignore

  it('does not end with the days on which its savings may be bought back', () => {
    const window = 'Le rachat de ces jours est possible entre le 1er juin et le 31 août 2023.';
    for (const opened of ['Il est mis en place, pour qui le souhaite, une monétisation de 4 jours placés sur le compte épargne temps.', 'La Direction instaure la possibilité d’un rachat de 4 jours du CET.'])
      expect(lastingOf(`${opened}\n${window}`, 'cet')).toEqual({ isRecalled: true, endsOn: null });
    expect(lastingOf(`Il est mis en place un compte épargne temps, dont le rachat est libre.\n${window}`, 'cet')).not.toMatchObject({ isRecalled: true });
  }); // prettier-ignore

  it('has no end where the text says that it has none', () =>
    expect(
      lastingOf('Un accord d’intéressement a été signé le 3 juin 2021 pour une durée indéterminée.'),
    ).toEqual({ isRecalled: true, endsOn: null, isEndless: true }));
});

it('a bonus that was set up in a year gone by is recalled', () =>
  expect(
    findingOf(
      'Article 2\nLa prime de vacances a été instaurée pour la première fois en 2019.',
      'treizieme-mois',
    )?.lasts,
  ).toEqual({ isRecalled: true, endsOn: null }));

it('a supplement of one year does not make a scheme that is recalled beside it one of one year', () => {
  const supplement = 'L’employeur a décidé de verser, pour l’exercice 2021, un supplément d’intéressement de 800 € par personne.';
  const found = findingOf(`Article 2\nLa société dispose d’un accord d’intéressement pour les exercices 2020, 2021 et 2022. ${supplement}`, 'interessement');
  expect(found).toMatchObject({ oneOff: null, lasts: { isRecalled: true, endsOn: '2022-12-31' } });
  expect(found?.values).toEqual({});
}); // prettier-ignore

it('a payment of a year that the text names is that year’s, whatever the year of the text', () =>
  expect(
    findingOf(
      'Article 2\nLa Direction a décidé de verser, pour l’exercice 2021, un supplément d’intéressement de 800 € par personne.',
      'interessement',
    )?.oneOff,
  ).toEqual({ year: 2021 }));
