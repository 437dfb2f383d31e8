import type { z } from 'zod';
import type { Figure } from '#domain/equality.ts';
import type { EmployerProfile, Provenance } from '#domain/profile.ts';
import type { IndicatorRow } from '#domain/public/tables.ts';
import { sourceCells } from './cells.ts';

type Cells = z.input<typeof IndicatorRow>;
type Said = Pick<Cells, 'status' | 'value' | 'words'>;

const figure = ({ status, value }: Figure): Said => ({ status, value, words: null });

function said(value: number | boolean | string): Said {
  if (typeof value === 'number') return { status: 'stated', value, words: null };
  return {
    status: 'stated',
    value: null,
    words: typeof value === 'boolean' ? (value ? 'oui' : 'non') : value,
  };
}

/** Published by somebody else, for the employer as a whole. */
const ELSEWHERE = { siret: null, declared_on: null, expires_on: null };

/** Every published figure of an employer, one a row. */
export function indicatorRows({ siren, isFictional, equality, qvct }: EmployerProfile): Cells[] {
  const rows = (
    scheme: Cells['scheme'],
    year: number,
    perimeter: string | null,
    provenance: Provenance,
    figures: [indicator: string, said: Said][],
    more: Pick<Cells, 'siret' | 'declared_on' | 'expires_on'> = ELSEWHERE,
  ): Cells[] =>
    figures.map(([indicator, { status, value, words }]) => ({
      ...{ siren, scheme, year, perimeter, indicator, status, value, words, is_fictional: isFictional },
      ...more,
      ...sourceCells(provenance),
    }));
  return [
    ...equality.index.flatMap(({ year, score, indicators, ues, provenance }) =>
      rows('index', year, ues?.name ?? null, provenance, [
        ['score', figure(score)],
        ...indicators.map(({ id, figure: each }): [string, Said] => [id, figure(each)]),
      ]),
    ),
    ...equality.representation.flatMap(({ year, executives, boards, provenance }) =>
      rows('representation', year, null, provenance, [
        ['executives.women', figure(executives.women)],
        ['executives.men', figure(executives.men)],
        ['boards.women', figure(boards.women)],
        ['boards.men', figure(boards.men)],
      ]),
    ),
    ...equality.directive.flatMap(
      ({ year, values, provenance }) =>
      rows('directive', year, null, provenance, Object.entries(values).map(([id, value]) => [id, said(value)])), // prettier-ignore
    ),
    ...qvct.flatMap(({ year, perimeter, siret, declaration, figures, provenance }) =>
      rows(
        'qvct',
        year,
        perimeter,
        provenance,
        Object.entries(figures).map(([id, value]) => [id, said(value)]),
        {
          siret: perimeter === 'etablissement' ? siret : null,
          declared_on: declaration?.declaredOn ?? null,
          expires_on: declaration?.expiresOn ?? null,
        },
      ),
    ),
  ];
}
