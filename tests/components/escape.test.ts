import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsHtml } from '#components/view/claims-html.ts';
import { choicesHtml, foldedHtml } from '#components/view/choices-html.ts';
import { escapeHtml } from '#components/view/escape.ts';
import { optionsHtml } from '#components/view/options.ts';

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
/** What a browser reads of it. */
const read = (html: string): string => html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign]!);
const hostile = fc.string({
  unit: fc.constantFrom('&', '<', '>', '"', "'", 'a', 'é', ';', '/', ' ', 'amp', '#39'),
});

describe('text as HTML', () => {
  it('shows any text as it is, and nothing of it ends what it stands in', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = escapeHtml(text);
        expect(read(html)).toBe(text);
        expect(html).not.toMatch(/[<>"']/);
        expect(html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });

  it('stands in every row that is written as HTML', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = escapeHtml(text);
        const rows = [
          claimsHtml([{ label: text, value: text, others: text, state: 'in-force', stateLabel: text }]),
          choicesHtml('avantage', [
            { value: text, label: text, count: 3, isChosen: true, isDisabled: false },
          ]),
          foldedHtml(text, ''),
          optionsHtml([{ value: text, label: text }]),
        ];
        const around = [
          claimsHtml([{ label: 'x', value: 'x', others: 'x', state: 'in-force', stateLabel: 'x' }]),
          choicesHtml('avantage', [{ value: 'x', label: 'x', count: 3, isChosen: true, isDisabled: false }]),
          foldedHtml('x', ''),
          optionsHtml([{ value: 'x', label: 'x' }]),
        ];
        if (text === '') return;
        const tags = (html: string): string[] => html.match(/<\/?[a-z]+/g) ?? [];
        rows.forEach((row, i) => {
          expect(tags(row)).toEqual(tags(around[i]!));
          expect(row).toContain(safe);
        });
      }),
    );
  });
});
