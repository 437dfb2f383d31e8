import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { EmployerProfile } from '#domain/profile.ts';
import type { OwnDirectory } from './own-directory.ts';

const WITHIN_MS = 60_000;

/** What people and tests do in a directory: they look until something is so, and press buttons. */
export function handsOn(site: Pick<OwnDirectory, 'url'>, browser: Browser) {
  const read = async (address: string): Promise<string> => (await fetch(site.url + address)).text();
  const readJson = async (siren: string): Promise<EmployerProfile> =>
    JSON.parse(await read(`/employeurs/${siren}.json`)) as EmployerProfile;
  return {
    read,
    readJson,
    /** Within a minute, as publications are promised. @returns the milliseconds it took */
    async until(what: string, isSo: () => Promise<boolean>): Promise<number> {
      const start = performance.now();
      for (;;) {
        if (await isSo()) return performance.now() - start;
        if (performance.now() - start > WITHIN_MS) throw new Error(`${what} did not happen within a minute`);
        await sleep(250);
      }
    },
    /** The last link sent to a mailbox, read where an installation without a mail server keeps its mails. */
    async linkFor(mailbox: string): Promise<string> {
      const mail = (await read('/espace/courriels')).split('<article').find((each) => each.includes(mailbox));
      const link = mail && /href="([^"]+\?jeton=[\w-]{43})"/.exec(mail)?.[1];
      if (!link) throw new Error(`no link was sent to ${mailbox}`);
      return link;
    },
    /** A phone of its own, without JavaScript; `cookie` = somebody signed in. */
    async phone(cookie: string | null = null, width = 360): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width, height: 780 },
        javaScriptEnabled: false,
        locale: 'fr-FR',
      });
      if (cookie) await context.addCookies([{ name: 'espace', value: cookie, url: site.url }]);
      return context.newPage();
    },
  };
}
export type Hands = ReturnType<typeof handsOn>;

export const press = (page: Page, label: string): Promise<void> =>
  page.getByRole('button', { name: label, exact: true }).click();

/** Ids of every claim on a page. */
export const claimsOf = ({ entries }: EmployerProfile): string[] =>
  entries.flatMap(({ lead, others }) => [lead.id, ...others.map(({ id }) => id)]);

/** Nobody reads a form and fills it in sooner: a report sent at once is taken for a machine's. */
export const hesitate = (): Promise<void> => sleep(2100);
