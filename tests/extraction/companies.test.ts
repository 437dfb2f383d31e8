import { describe, expect, it } from 'vitest';
import { extractor } from './support/findings.ts';

const labelOf = (text: string, legalName: string | null = 'BRUNE TRANSPORTS CAEN') =>
  extractor
    .extract(text, { nafCode: null, title: null, legalName })
    .findings.find(({ benefit, standing }) => benefit === 'restauration' && standing === 'granted')?.scope
    .label;

describe('what is given to the staff of another company', () => {
  it('says so', () =>
    expect(labelOf('La prime de panier des salariés de Brune Logistique Caen est portée à 6 €.')).toBe(
      'salariés de Brune Logistique Caen',
    ));

  it.each([
    'La prime de panier des salariés de Brune Transports Caen est portée à 6 €.',
    'La prime de panier des salariés de Brune France est portée à 6 €.',
    'La prime de panier des salariés de la société est portée à 6 €.',
  ])('is not that of the employer under its own name: %s', (text) => expect(labelOf(text)).toBeNull());

  it('holds below a title that names the company by its initials', () =>
    expect(
      labelOf(
        '1.2 Prime de panier (BRL)\nLa prime de panier versée aux salariés de BRL est revue.\nLa prime de panier est portée à 6 €.',
      ),
    ).toBe('salariés de BRL'));

  it('is not told by initials alone, nor of an employer without name', () => {
    expect(labelOf('La prime de panier des salariés de BRL est portée à 6 €.')).toBeNull();
    expect(labelOf('La prime de panier des salariés de Brune Logistique est de 6 €.', null)).toBeNull();
  });
});
