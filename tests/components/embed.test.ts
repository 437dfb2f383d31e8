import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Siret } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { drawBadge } from '#components/view/badge.ts';
import { badgeWords, viewEmbed } from '#components/view/embed.ts';
import { embedSnippet } from '#components/view/oembed.ts';
import { makeProfile, PROVENANCE } from '../support/facts.ts';
import { day, entry } from './fixtures.ts';

const catalogue = loadCatalogue();
const TODAY = day('2026-11-21');
const NBSP = '\u00a0';
const card = (change: Partial<EmployerProfile>) => viewEmbed(makeProfile(change), catalogue, TODAY);

describe('embed card', () => {
  it('says what is in force, by how many texts, on which day, until when', () => {
    const entries = [entry('creche', 'in-force', 1), entry('teletravail', 'presumed', 2), entry('velo-voiture', 'declared', 3)];
    const view = card({ entries, changesOn: day('2026-12-31') });
    expect(view.sentence).toBe(
      `2${NBSP}avantages en vigueur d’après 2${NBSP}accords publiés, 1${NBSP}avantage déclaré par l’employeur.`,
    );
    expect(view.dated).toBe(`État au 21 novembre 2026. Prochaine échéance connue${NBSP}: 31 décembre 2026.`);
    expect(view.benefits.map(({ note }) => note)).toEqual([null, 'durée présumée', 'déclaré par l’employeur']);
  }); // prettier-ignore

  it('takes the end of a signal of hirings for no date of a benefit', () => {
    const [saidOn, expiresOn] = [day('2026-11-12'), day('2026-12-12')];
    const hiring = { siret: '11111111100011' as Siret, saidOn, expiresOn, provenance: PROVENANCE };
    expect(card({ hiring, changesOn: expiresOn }).dated).toBe('État au 21 novembre 2026.');
  });

  it('shows neither what lapsed, nor demands, and says that something lapsed', () => {
    const view = card({ entries: [entry('creche', 'lapsed'), entry('teletravail', 'not-agreed')] });
    expect(view.benefits).toEqual([]);
    expect(view.sky).toEqual([]);
    expect(view.sentence).toBe('Aucun avantage confirmé en vigueur à ce jour.');
    expect(view.lapse).toBe(`Durée dépassée pour 1${NBSP}avantage, à confirmer${NBSP}: non repris ici.`);
  });

  it('confirms nothing when a state was due to change and was not read again', () => {
    const view = card({ entries: [entry('creche')], changesOn: TODAY });
    expect(view.sentence).toContain('échéance du 21 novembre 2026');
    expect([view.benefits, view.sky]).toEqual([[], []]);
    expect(badgeWords(makeProfile({ changesOn: TODAY }), TODAY)).toBe('À relire au 21 novembre 2026');
  });

  it('lists six benefits, and how many more there are', () => {
    const ids = ['creche', 'teletravail', 'mutuelle', 'prevoyance', 'rtt', 'cet', 'seniors', 'handicap'];
    const view = card({ entries: ids.map((id) => entry(id)) });
    expect(view.benefits).toHaveLength(6);
    expect(view.more).toBe(`et 2${NBSP}autres`);
  });
});

describe('badge and snippet', () => {
  it('say the day', () => {
    expect(badgeWords(makeProfile({ entries: [entry('creche')] }), TODAY)).toBe(
      `1${NBSP}avantage en vigueur au 21 novembre 2026`,
    );
    expect(badgeWords(makeProfile({ entries: [entry('creche', 'lapsed')] }), TODAY)).toMatch(
      /^Aucun avantage /,
    );
  });

  it('let no name out of its attribute', () => {
    const name = 'A"><script>alert(1)</script> & C';
    expect(embedSnippet('https://x.fr/embed/1', name, { width: 1, height: 1 })).not.toMatch(
      /<script|" *>.*<\/script|& C/,
    );
    expect(drawBadge('<b>"x"&')).toContain('&lt;b>"x"&amp;</text>'.replace('"x"', '&quot;x&quot;'));
  });
});
