import { describe, expect, it } from 'vitest';
import type { ManifestPage } from '#db/site/manifest.ts';
import type { Siren } from '#domain/ids.ts';
import { planPublish, type Published } from '#pipeline/publish-plan.ts';
import { day } from '../support/facts.ts';

const key = (siren: string, digest: string) => ({ siren: siren as Siren, digest, isIndexable: true });
const page = (path: string, digest: string): ManifestPage => ({ path, digest, since: day('2026-01-01'), changesOn: null, isIndexable: true }); // prettier-ignore
const live: Published = {
  code: 'c1',
  generation: '1',
  pages: [page('/', 'h'), page('/employeurs/111111111', 'a'), page('/employeurs/222222222', 'b')],
};
const facts = (generation: string, ...keys: ReturnType<typeof key>[]) => ({ code: 'c1', generation, keys });

describe('planPublish', () => {
  it('renders everything when there is no site, or the code changed', () => {
    expect(planPublish(null, facts('1')).mode).toBe('full');
    expect(planPublish(live, { ...facts('1'), code: 'c2' }).mode).toBe('full');
  });

  it('does nothing for the same facts', () => {
    expect(planPublish(live, facts('1', key('111111111', 'a'), key('222222222', 'b')))).toEqual({
      mode: 'nothing',
    });
  });

  it('renders what changed and what is new, deletes what left, and leaves other pages alone', () => {
    expect(planPublish(live, facts('2', key('222222222', 'B'), key('333333333', 'c')))).toEqual({
      mode: 'delta',
      changed: ['222222222', '333333333'],
      gone: ['111111111'],
    });
  });

  it('renders the figures of other pages anew for a new generation without a changed employer', () => {
    expect(planPublish(live, facts('2', key('111111111', 'a'), key('222222222', 'b')))).toEqual({
      mode: 'delta',
      changed: [],
      gone: [],
    });
  });
});
