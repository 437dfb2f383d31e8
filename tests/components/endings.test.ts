import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { endingsCalendar } from '#components/view/advice/endings-calendar.ts';
import { endingsFeed } from '#components/view/advice/endings-feed.ts';
import type { EndingView } from '#components/view/advice/endings.ts';
import { fillWeeks, mondayOf } from '#components/view/advice/weeks.ts';
import { day } from '../support/facts.ts';

const SITE = 'https://annuaire.example';
const ending: EndingView = {
  id: 'ACCOTEXT000000000001',
  title: 'Accord « parents » ; horaires, télétravail & <santé>, avec un intitulé assez long pour être plié sur deux lignes',
  href: '/accords/ACCOTEXT000000000001',
  employer: { name: 'Verrerie du Couesnon', href: '/employeurs/111111111' },
  place: 'Fougères (35)',
  endsOn: day('2027-02-28'),
  ends: '28 février 2027',
  basis: 'date de fin déclarée au dépôt',
  benefits: ['Crèche', 'Télétravail'],
  isFictional: true,
  publishedOn: day('2026-11-16'),
}; // prettier-ignore

describe('texts that end', () => {
  it('is a calendar that a parser of RFC 5545 reads, one whole-day event a text', () => {
    const text = endingsCalendar([ending], 'Échéances, Bretagne', SITE);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const events = new ICAL.Component(ICAL.parse(text) as unknown[] as never).getAllSubcomponents('vevent');
    const event = new ICAL.Event(events[0]!);
    expect(events).toHaveLength(1);
    expect(event.uid).toBe('ACCOTEXT000000000001@annuaire.example');
    expect(event.startDate.toString()).toBe('2027-02-28');
    expect(event.startDate.isDate).toBe(true);
    expect(event.summary).toContain(ending.title);
    expect(event.summary).toContain('exemple fictif');
    expect(endingsCalendar([ending], 'Échéances, Bretagne', SITE)).toBe(text);
  });

  it('is an Atom feed with what RFC 4287 asks of feed and entries', () => {
    const xml = endingsFeed([ending], { name: 'Échéances', page: '/echeances/bretagne', dataOn: day('2026-11-16'), site: SITE }).atom1(); // prettier-ignore
    const seen: string[] = [];
    const texts = new Map<string, string>();
    const open: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('opentag', ({ name, uri }) => {
      expect(uri).toBe('http://www.w3.org/2005/Atom');
      open.push(name);
      seen.push(open.join('/'));
    });
    parser.on('text', (text) => texts.set(open.join('/'), (texts.get(open.join('/')) ?? '') + text));
    parser.on('cdata', (text) => texts.set(open.join('/'), (texts.get(open.join('/')) ?? '') + text));
    parser.on('closetag', () => void open.pop());
    parser.write(xml).close();
    for (const needed of ['id', 'title', 'updated', 'author', 'link', 'entry/id', 'entry/title', 'entry/updated', 'entry/link'])
      expect(seen).toContain(`feed/${needed}`); // prettier-ignore
    expect(texts.get('feed/entry/title')).toContain(ending.title);
    expect(texts.get('feed/entry/updated')).toBe('2026-11-16T00:00:00.000Z');
  });
});

describe('weeks of the source', () => {
  it('knows the Monday of ISO weeks, at the turn of years too', () => {
    expect(mondayOf('2026-W01')).toBe('2025-12-29');
    expect(mondayOf('2020-W53')).toBe('2020-12-28');
    expect(mondayOf('2027-W01')).toBe('2027-01-04');
  });

  it('shows a week without texts between two that have some', () => {
    const weeks = fillWeeks([
      { week: '2020-W52', agreements: 3 },
      { week: '2021-W01', agreements: 5 },
    ]);
    expect(weeks.map(({ monday, agreements }) => [monday, agreements])).toEqual([
      ['2020-12-21', 3],
      ['2020-12-28', 0],
      ['2021-01-04', 5],
    ]);
  });
});
