import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { proofread } from '#domain/typeset.ts';
import { listTemplates } from './templates.ts';

const client = path.join(inject('dataDir'), 'site', 'client');
const url = inject('siteUrl');

/** What a reader sees in our words: quotes and titles of texts stay as they were signed. */
function ourWords(html: string): string[] {
  return html
    .replace(/<(script|style|blockquote|cite|svg|code|pre|textarea)\b[\s\S]*?<\/\1>/g, '\n')
    .replace(/<(?:\/?(?:a|strong|em|abbr|span|b|i|time|dfn|sup|small)\b)[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(?:nbsp|#160);/g, '\u00a0')
    .replace(/&amp;/g, '&')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&quot;/g, '"')
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean);
}

const faultsOf = (html: string): string[] =>
  ourWords(html).flatMap((line) => proofread(line).map(({ rule, excerpt }) => `${rule}: ${excerpt}`));

const pages = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
);

describe('French', () => {
  it('is clean on every page of the site', () => {
    expect(pages.length).toBeGreaterThan(300);
    const faults = pages.flatMap((name) =>
      faultsOf(readFileSync(path.join(client, name), 'utf8')).map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('is clean on pages made on demand', async () => {
    const faults: string[] = [];
    for (const { path: address } of await listTemplates(url))
      faults.push(
        ...faultsOf(await (await fetch(url + address)).text()).map((fault) => `${address}: ${fault}`),
      );
    expect(faults).toEqual([]);
  });

  it('never says that an employer does not offer something', () => {
    const guilty = pages.filter((name) =>
      /n(?:['’]|&#39;)offr(?:e|ent) pas/i.test(readFileSync(path.join(client, name), 'utf8')),
    );
    expect(guilty).toEqual([]);
  });

  it('sees what is wrong', () => {
    expect(faultsOf('<p>Est-ce vrai ?</p>')).not.toEqual([]);
    expect(faultsOf("<p>L'accord</p>")).not.toEqual([]);
    expect(faultsOf("<blockquote><p>L'accord</p></blockquote>")).toEqual([]);
  });
});
