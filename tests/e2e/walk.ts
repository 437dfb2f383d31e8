import type { Browser, Page } from 'playwright-core';

/** A person with a keyboard: Tab and typing are free, each activation is one click of the budget. */
export type Walk = {
  page: Page;
  /** Activated links, buttons and options, and submits, so far. */
  clicks: () => number;
  /** Tabs forward until the element has the focus. */
  reach: (selector: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  activate: () => Promise<void>;
  toggle: () => Promise<void>;
  /** Chooses an option of the list that has the focus, by typing its first letters. */
  choose: (words: string) => Promise<void>;
  /** Chooses the radio button that matches, by this key from the one of its group that has the focus. */
  press: (selector: string, key: 'ArrowDown' | 'ArrowUp') => Promise<void>;
  /** Takes what is proposed under the field that has the focus, at this place in the list. */
  pick: (place: number) => Promise<void>;
};

const TABS_MAX = 400;
const STEPS_MAX = 20;

export async function startWalk(
  browser: Browser,
  url: string,
  { width = 360, javaScript = false }: { width?: number; javaScript?: boolean } = {},
): Promise<Walk> {
  const context = await browser.newContext({
    viewport: { width, height: 780 },
    javaScriptEnabled: javaScript,
    locale: 'fr-FR',
  });
  const page = await context.newPage();
  await page.goto(url);
  let clicks = 0;
  return {
    page,
    clicks: () => clicks,
    async reach(selector) {
      for (let i = 0; i < TABS_MAX; i += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
          return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no element « ${selector} » can be reached by keyboard on ${page.url()}`);
    },
    type: (text) => page.keyboard.type(text),
    async activate() {
      clicks += 1;
      const before = page.url();
      await page.keyboard.press('Enter');
      await page.waitForURL((now) => now.href !== before);
      await page.waitForLoadState('load');
    },
    async toggle() {
      clicks += 1;
      await page.keyboard.press('Space');
    },
    async choose(words) {
      clicks += 1;
      await page.keyboard.type(words);
    },
    async press(selector, key) {
      clicks += 1;
      for (let i = 0; i < STEPS_MAX; i += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
          return;
        await page.keyboard.press(key);
      }
      throw new Error(`no « ${selector} » in the group that has the focus on ${page.url()}`);
    },
    async pick(place) {
      clicks += 1;
      await page.locator('[role=combobox]:focus[aria-expanded=true]').waitFor();
      for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
  };
}
