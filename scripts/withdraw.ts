import { parseArgs } from 'node:util';
import { SUPPRESSION_REASONS } from '#domain/suppression.ts';
import { runCommand } from '#pipeline/command.ts';
import { liftWithdrawal, withdraw } from '#pipeline/withdraw.ts';

const USAGE = `npm run withdraw -- <ACCOTEXT… | claim id | SIREN> --reason <reason> [--note "…"]
npm run withdraw -- <ACCOTEXT… | claim id | SIREN> --lift
Reasons: ${Object.keys(SUPPRESSION_REASONS).join(', ')}`;

/** `npm run withdraw`: takes something off the site for ever, or gives it back. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reason: { type: 'string' },
    note: { type: 'string' },
    lift: { type: 'boolean', default: false },
  },
});
const [key] = positionals;
if (!key || positionals.length > 1) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await runCommand(
    'withdraw',
    async () => (values.lift ? liftWithdrawal(key) : withdraw(key, values.reason, values.note ?? null)),
    ({ kind, pages }) =>
      `${kind} ${key} ${values.lift ? 'given back' : 'withheld'}; ${pages} employer pages queued` +
      (pages > 0 ? ' (npm run serve publishes them within a minute, npm run refresh with the rest)' : ''),
  );
}
