import { describe, expect, it } from 'vitest';
import { listDates } from '#components/view/agreement.ts';
import { makePage, makeProfile, makeSummary } from '../support/facts.ts';
import { day } from '../support/evidence.ts';

describe('the dates of an agreement', () => {
  const signed = (stated: string | null, used: string | null): string => {
    const summary = { ...makeSummary(), signedOn: used ? day(used) : null };
    const page = { ...makePage(makeProfile(), summary), signedOnStated: stated ? day(stated) : null };
    return listDates(page).find(({ label }) => label === 'Signé le')!.text;
  };

  it('tell where the day of signature was read, and the other one', () => {
    expect(signed('2022-02-28', '2022-03-09')).toBe(
      '9 mars 2022 (lu dans le texte\u00a0; le dépôt indique le 28 février 2022)',
    );
    expect(signed(null, '2022-03-09')).toBe('9 mars 2022 (lu dans le texte)');
    expect(signed('2022-03-09', '2022-03-09')).toBe('9 mars 2022');
    expect(signed(null, null)).toBe('non renseigné');
  });
});
