import { describe, expect, it } from 'vitest';
import { quotedEnd } from '#extraction/terms/quoted-end.ts';

describe('the end that a quote says', () => {
  it.each([
    ['Un accord sur le télétravail a été signé, à durée déterminée jusqu’au 31 décembre 2022.', '2022-12-31'],
    ['L’accord d’intéressement prend fin le 30 juin 2023.', '2023-06-30'],
    ['Le dispositif expire le 01/03/2024.', '2024-03-01'],
    ['La hausse est prise en charge pour la période allant du 1er janvier au 30 juin 2022.', '2022-06-30'],
    ['Une prime de 1 € par jour est instaurée sur la période du 01/01/2024 au 31/12/2024.', '2024-12-31'],
    ['Le montant est porté à 300 € au titre des années 2022 et 2023.', '2023-12-31'],
    ['Deux jours par mois jusqu’au 1er mai 2023, puis trois jusqu’au 31 décembre 2023.', '2023-12-31'],
  ])('%s', (quote, day) => expect(quotedEnd(quote)).toBe(day));

  it.each([
    'La prime est versée le 31 décembre 2022.',
    'La prime tient compte des absences sur la période du 1er juin 2022 au 31 mai 2023.',
    'Les salariés peuvent souscrire jusqu’au 12 janvier 2022.',
    'Le congé est ouvert jusqu’au douzième anniversaire de l’enfant.',
    'La mesure s’applique jusqu’au 31 février 2023.',
    '',
  ])('none: %s', (quote) => expect(quotedEnd(quote)).toBeNull());
});
