import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf } from './our-words.ts';
import { listTemplates } from './templates.ts';

const client = path.join(inject('dataDir'), 'site', 'client');
const url = inject('siteUrl');

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
