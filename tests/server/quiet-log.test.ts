import { expect, it } from 'vitest';
import { createQuietLog } from '#server/quiet-log.ts';

it('says the same thing once a minute, and counts what it left out', () => {
  const printed: string[] = [];
  let time = 0;
  const log = createQuietLog((line) => printed.push(line), () => time); // prettier-ignore
  for (const at of [0, 1000, 59_999]) {
    time = at;
    log('a');
  }
  log('b');
  time = 60_000;
  log('a');
  expect(printed).toEqual(['a', 'b', 'a (and 2 times before)']);
});
