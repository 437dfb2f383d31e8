import { parseArgs } from 'node:util';
import { InputError } from '#domain/errors.ts';
import { parseIsoDate } from '#domain/dates.ts';
import { formatCount, runCommand } from '#pipeline/command.ts';
import { derive } from '#pipeline/derive.ts';

/** `npm run derive [-- --today YYYY-MM-DD] [--accept-shrink]`: corpus and content become facts. */
const { values } = parseArgs({
  options: { today: { type: 'string' }, 'accept-shrink': { type: 'boolean', default: false } },
});

function readDay(text: string | undefined) {
  if (text === undefined) return undefined;
  const day = parseIsoDate(text);
  if (!day) throw new InputError(`derive: --today ${text} is not a day. Write it as 2026-09-12.`);
  return day;
}

await runCommand(
  'derive',
  async (progress) =>
    derive({
      today: readDay(values.today),
      acceptShrink: values['accept-shrink'],
      progress,
      lock: { onWait: (holder) => console.log(`derive: waiting for ${holder}`) },
    }),
  ({ figures, texts, isUnchanged, refused, today }) => {
    const without = Object.values(refused).reduce((sum, n) => sum + n, 0);
    return (
      `${formatCount(figures.employers)} employers, ${formatCount(figures.agreements)} agreements, ` +
      `${formatCount(figures.claims)} claims (${formatCount(figures.liveClaims)} live on ${today}); ` +
      `${formatCount(texts.read)} of ${formatCount(texts.texts)} texts read, ${formatCount(without)} employers without a page` +
      (isUnchanged ? '; nothing changed' : '')
    );
  },
);
