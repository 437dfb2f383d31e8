import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startWalk } from './walk.ts';

const url = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const read = async (path: string): Promise<string> => (await fetch(url + path)).text();
const numberIn = (text: string): number => Number(text.replace(/\D/g, ''));
const totalOf = (html: string): number => numberIn(/<h1[^>]*>([^<]*)/.exec(html)![1]!);

type Choice = { name: string; value: string; count: number; isChosen: boolean; isDisabled: boolean };

/** Boxes of the form with the count beside them. */
const choicesOf = (html: string): Choice[] =>
  [...html.matchAll(/<label class="choice">(<input [^>]*>)(.*?)<\/label>/gs)].flatMap(([, box = '', words = '']) => {
    const [, count] = words.split('class="count"');
    const name = /name="([^"]+)"/.exec(box)?.[1] ?? '';
    if (count === undefined || name === 'e') return [];
    const value = /value="([^"]+)"/.exec(box)![1]!;
    return [{ name, value, count: numberIn(count), isChosen: /\schecked/.test(box), isDisabled: /\sdisabled/.test(box) }];
  }); // prettier-ignore

describe('the choices of a search', () => {
  const start = '/recherche?avantage=creche&departement=35';

  it('say beforehand how many employers each would leave', async () => {
    const choices = choicesOf(await read(start)).filter(
      ({ name, isChosen, isDisabled }) => name === 'avantage' && !isChosen && !isDisabled,
    );
    expect(choices.length).toBeGreaterThan(5);
    for (const { name, value, count } of choices.slice(0, 12))
      expect(totalOf(await read(`${start}&${name}=${value}`)), value).toBe(count);
  });

  it('are disabled where they would change nothing, and only there', async () => {
    const html = await read(start);
    const choices = choicesOf(html).filter(({ name, isChosen }) => ['avantage', 'famille'].includes(name) && !isChosen); // prettier-ignore
    const useless = choices.filter(({ isDisabled }) => isDisabled);
    expect(useless.map(({ value }) => value)).toContain('parentalite');
    for (const { name, value, isDisabled } of choices.slice(0, 20)) {
      const without = totalOf(await read(`${start}&${name}=${value}`)) === totalOf(html);
      expect(without, value).toBe(isDisabled);
    }
  });
});

it('no result says what to let go of, and the link gives as many as it says', async () => {
  const html = await read('/recherche?avantage=creche&q=zzzzzzzzzz&departement=35&secteur=62');
  expect(totalOf(html)).toBe(0);
  const ways = [...html.matchAll(/<li>\s*<a href="(\/recherche[^"]*)">([^<]*employeurs?)<\/a>\s*([^<]*)/g)].filter(
    ([, , , words]) => /sans|dans|quel|en comptant|avec/.test(words!),
  );
  expect(ways.length).toBeGreaterThan(0);
  for (const [, href, total] of ways)
    expect(totalOf(await read(href!.replaceAll('&#38;', '&').replaceAll('&amp;', '&')))).toBe(numberIn(total!));
}); // prettier-ignore

describe.each([
  { how: 'with JavaScript', javaScript: true },
  { how: 'with JavaScript off', javaScript: false },
])('what is required and what is wished, keyboard only, 360 px, $how', ({ javaScript }) => {
  it('change places in one click each, and there are five wishes at most', async () => {
    const walk = await startWalk(browser, `${url}/recherche?priorite=creche&priorite=cet`, { javaScript });
    const at = (name: string) => new URL(walk.page.url()).searchParams.getAll(name);
    const unfold = async () => {
      if (await walk.page.locator('.priority-rows').isVisible()) return;
      await walk.reach('#priorites summary');
      await walk.toggle();
    };
    await unfold();
    await walk.reach('[data-priority=creche] a');
    await walk.activate();
    expect([at('avantage'), at('priorite')]).toEqual([['creche'], ['cet']]);
    await unfold();
    await walk.reach('.priority-required a');
    await walk.activate();
    expect([at('avantage'), at('priorite')]).toEqual([[], ['cet', 'creche']]);
    await walk.page.goto(
      `${url}/recherche?${['cet', 'creche', 'rtt', 'mutuelle', 'formation', 'handicap'].map((id) => `priorite=${id}`).join('&')}`,
    );
    expect(await walk.page.locator('.priority-rows li').count()).toBe(5);
    expect(await walk.page.locator('#priorite').count()).toBe(0);
    await walk.page.context().close();
  });
});
