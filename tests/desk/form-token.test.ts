import '../support/data-dir.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOfForm, FORM_MAX_MS, issueFormToken } from '#desk/form-token.ts';
import { createRateLimit } from '#desk/rate-limit.ts';
import { newToken } from '#desk/tokens.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const at = (ms: number) => new Date(NOW.getTime() + ms);
const key = newToken();

describe('the token of a form', () => {
  it('tells its age to the one it was made for', () => {
    for (const visitor of ['', 'a'.repeat(64)]) {
      const token = issueFormToken(key, visitor, NOW);
      expect(ageOfForm(key, visitor, token, at(90_000))).toBe(90_000);
      expect(ageOfForm(key, visitor, token, at(FORM_MAX_MS))).toBe(FORM_MAX_MS);
      expect(ageOfForm(key, visitor, token, at(FORM_MAX_MS + 1))).toBeNull();
      expect(ageOfForm(key, visitor, token, at(-1))).toBeNull();
    }
  });

  it('is worth nothing to another session, nor under another key', () => {
    const token = issueFormToken(key, 'mine', NOW);
    expect(ageOfForm(key, 'theirs', token, NOW)).toBeNull();
    expect(ageOfForm(key, '', token, NOW)).toBeNull();
    expect(ageOfForm(newToken(), 'mine', token, NOW)).toBeNull();
  });

  it('cannot be changed or made up', () => {
    const token = issueFormToken(key, 'mine', NOW);
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(token.length - 1), (text, place) => {
        const changed = token.slice(0, place) + text + token.slice(place + 1);
        return changed === token || ageOfForm(key, 'mine', changed, NOW) === null;
      }),
    );
    for (const more of ['.', '.A', ' ', '=']) expect(ageOfForm(key, 'mine', token + more, NOW)).toBeNull();
  });
});

describe('a rate limit', () => {
  it('counts each visitor apart, forgets with time, and keeps nothing that could be read', () => {
    let now = 0;
    const limit = createRateLimit('test', { most: 2, withinMs: 1000 }, () => now);
    expect([limit('a'), limit('a'), limit('a'), limit('b')]).toEqual([true, true, false, true]);
    now = 1001;
    expect(limit('a')).toBe(true);
  });

  it('goes on refusing while it is tried', () => {
    let now = 0;
    const limit = createRateLimit('other test', { most: 1, withinMs: 1000 }, () => now);
    expect(limit('a')).toBe(true);
    for (now = 100; now < 1000; now += 100) expect(limit('a')).toBe(false);
  });
});
