import { expect, it } from 'vitest';
import { grantOf } from './support/findings.ts';

/** A sum without a period is no single payment unless the text says so. */
it.each([
  ['Une prime de télétravail de 45 € sera versée en mars 2024.', 45],
  ['Une prime télétravail de 60 € est versée en une seule fois.', 60],
  ['Une prime de télétravail de 45 € est attribuée aux salariés éligibles.', undefined],
])('%s', (text, amount) =>
  expect(grantOf('teletravail-indemnite', text)?.values).toEqual(amount ? { amountOnce: amount } : {}),
);

/** Whose criteria are still to be negotiated is no amount that anybody has. */
it.each([
  ['Un supplément d’intéressement de 350 € est versé aux salariés en juin.', { amount: 350 }],
  [
    'Il est convenu de maintenir pour l’intéressement de l’année 2024 une somme complémentaire de 350 €, dont les critères feront l’objet d’une prochaine négociation.',
    {},
  ],
])('%s', (text, values) => expect(grantOf('interessement', text)?.values).toEqual(values));
