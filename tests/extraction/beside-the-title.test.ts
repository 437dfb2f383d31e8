import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

describe('what stands below a title or an introduction', () => {
  it('a bonus of another name is not the one of the title above', () => {
    const text = 'Télétravail pour le siège\nPrime de chaleur pour la fonderie de 40 € par mois';
    expect(find(text, 'teletravail-indemnite')).toBeUndefined();
  });

  it('a sum without a name of its own is', () => {
    const text = 'Indemnité de télétravail\nPrime de 40 € par mois';
    expect(find(text, 'teletravail-indemnite')?.values).toEqual({ amountPerMonth: 40 });
  });

  it('the last line of a list, with its full stop, is of what opens it', () => {
    const text =
      'Mesures retenues\nL’employeur verse au CSE une dotation pour les bons d’achat de départ à la retraite, dans les conditions suivantes :\n- départ à la retraite après 10 ans : 200 € ;\n- départ à la retraite après 20 ans : 350 €.';
    expect(find(text, 'seniors')?.standing ?? 'none').toBe('none');
  });

  it('the same list, opened by what the employer pays itself', () => {
    const text =
      'Mesures retenues\nL’employeur verse à chacun une prime de départ à la retraite, dans les conditions suivantes :\n- départ à la retraite après 10 ans : 200 € ;\n- départ à la retraite après 20 ans : 350 €.';
    expect(find(text, 'seniors')?.standing).toBe('granted');
  });
});

describe('a long subject before the verb', () => {
  it('« ainsi que » joins who signed, and hangs nothing on it', () => {
    const text =
      'Le 3 mars 2022, les trois syndicats ainsi que la Direction ont signé un accord à durée indéterminée instituant le télétravail dans la société.';
    expect(find(text, 'teletravail')?.standing).toBe('granted');
  });

  it('« que » alone still does', () => {
    const text =
      'Le rapport remis au comité précise que la société voisine pratique le télétravail, accord à l’appui.';
    expect(find(text, 'teletravail')?.standing ?? 'none').not.toBe('granted');
  });
});

describe('a scale that begins with nothing', () => {
  it('makes nobody wait for its first days', () => {
    const text =
      'Jours d’assiduité\nCes jours sont accordés selon l’ancienneté :\nAncienneté | Nombre de jours octroyés par année\n0 à 9 ans | 1 jour\n10 à 19 ans | 2 jours\n20 ans et plus | 3 jours';
    expect(find(text, 'conges-supplementaires')?.values).toEqual({ daysPerYear: 3 });
  });

  it('one that begins with years does', () => {
    const text =
      'Jours d’assiduité\nCes jours sont accordés selon l’ancienneté :\nAncienneté | Jours par an\n10 à 19 ans | 2 jours\n20 ans et plus | 3 jours';
    expect(find(text, 'conges-supplementaires')?.values).toMatchObject({ seniorityYears: 10 });
  });
});
