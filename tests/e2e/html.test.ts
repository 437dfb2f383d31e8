import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { listTemplates } from './templates.ts';

const url = inject('siteUrl');
const templates = await listTemplates(url);
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // What Astro writes: valid, in another style than the rule's.
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'no-inline-style': 'error',
  },
});

describe('HTML', () => {
  it.each(templates)('$name is valid', async ({ path }) => {
    const html = await (await fetch(url + path)).text();
    const { results } = await validator.validateString(html);
    const faults = results
      .flatMap(({ messages }) => messages)
      .filter(({ severity }) => severity > 1)
      .map(({ ruleId, message, line, selector }) => `${ruleId}: ${message} (${selector ?? line})`);
    expect([...new Set(faults)].slice(0, 10)).toEqual([]);
  });
});
