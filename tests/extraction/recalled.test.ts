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
  ])('does not end with the text that recalls it: %s', (sentence) =>
    expect(lastingOf(sentence)).toEqual({ isRecalled: true, endsOn: null }),
  );

  it.each([
    ['Un accord d’intéressement a été signé le 3 juin 2022 pour les exercices 2022, 2023 et 2024.', '2024-12-31'],
    ['Un accord d’intéressement a été conclu le 3 juin 2021. Cet accord vaut pour les années 2021, 2022 et 2023.', '2023-12-31'],
    ['L’Office s’est doté d’un accord d’intéressement qui s’achèvera le 30 septembre 2025.', '2025-09-30'],
  ])('ends when the text says that it does: %s', (sentence, endsOn) =>
    expect(lastingOf(sentence)).toEqual({ isRecalled: true, endsOn }),
  ); // prettier-ignore

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
    ['what will be', 'Un accord d’intéressement sera conclu, et un supplément de 300 € sera versé à chacun.'],
  ])('is not %s', (_, sentence) => expect(lastingOf(sentence)).not.toMatchObject({ isRecalled: true })); // prettier-ignore

  it('has no end where the text says that it has none', () =>
    expect(
      lastingOf('Un accord d’intéressement a été signé le 3 juin 2021 pour une durée indéterminée.'),
    ).toEqual({ isEndless: true }));
});

it('a payment of a year that the text names is that year’s, whatever the year of the text', () =>
  expect(
    findingOf(
      'Article 2\nLa Direction a décidé de verser, pour l’exercice 2021, un supplément d’intéressement de 800 € par personne.',
      'interessement',
    )?.oneOff,
  ).toEqual({ year: 2021 }));
