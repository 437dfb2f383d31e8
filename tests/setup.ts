import fc from 'fast-check';

/** `npm run test:fuzz` raises the number of cases of every property; the code is the same. */
const runs = Number(process.env.FUZZ_RUNS ?? 0);
if (runs > 0) fc.configureGlobal({ numRuns: runs });
