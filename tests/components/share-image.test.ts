import { DATA_DIR } from '../support/data-dir.ts';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { renderShare } from '#components/share-png.ts';
import { drawShareImage, SHARE_HEIGHT, SHARE_WIDTH, wrapWords } from '#components/view/share-image.ts';
import { day, makeProfile } from '../support/facts.ts';

const catalogue = loadCatalogue();

describe('picture of an employer for sharing', () => {
  it('is a PNG of 1200 × 630, drawn once for the same facts, and anew for others', async () => {
    const profile = makeProfile({ name: 'Établissements <b>Œuvre & Fils</b> "du Couesnon"' });
    const svg = drawShareImage(profile, catalogue, day('2026-11-16'));
    expect(svg).toContain('employeur fictif');
    expect(svg).not.toContain('<b>');
    const png = (await renderShare(profile.siren, svg))!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([SHARE_WIDTH, SHARE_HEIGHT]);
    expect(png.equals((await renderShare(profile.siren, svg))!)).toBe(true);
    const other = await renderShare(
      profile.siren,
      drawShareImage({ ...profile, name: 'Verrerie' }, catalogue, null),
    );
    expect(png.equals(other!)).toBe(false);
    expect(readdirSync(path.join(DATA_DIR, 'cache', 'partage', profile.siren))).toHaveLength(1);
  });

  it('draws other letters than an empty box for French names', async () => {
    const blank = makeProfile({ name: ' ' });
    const drawn = await Promise.all(
      ['É', 'Œ', '’', 'Z'].map((name) =>
        renderShare(blank.siren, drawShareImage({ ...blank, name }, catalogue, null)),
      ),
    );
    expect(new Set(drawn.map((png) => png!.toString('latin1'))).size).toBe(drawn.length);
  });

  it('wraps any words within the lines and the width', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 3 }), (text, width, lines) => {
        const wrapped = wrapWords(text, width, lines);
        expect(wrapped.length).toBeLessThanOrEqual(lines);
        expect(wrapped.every((line) => line.length <= width)).toBe(true);
      }),
    );
  }); // prettier-ignore
});
