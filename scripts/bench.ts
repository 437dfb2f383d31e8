export {};

/** `npm run bench [names]`: prints figures beside a baseline measured in the same run. Not a test: it never fails on speed. */
const BENCHES: Record<string, () => Promise<() => Promise<void>>> = {
  ingest: async () => (await import('./bench/ingest.ts')).benchIngest,
  sources: async () => (await import('./bench/sources.ts')).benchSources,
  extraction: async () => (await import('./bench/extraction.ts')).benchExtraction,
  derive: async () => (await import('./bench/derive.ts')).benchDerive,
  build: async () => (await import('./bench/build.ts')).benchBuild,
  dump: async () => (await import('./bench/dump.ts')).benchDump,
  lighthouse: async () => (await import('./bench/lighthouse.ts')).benchLighthouse,
  search: async () => (await import('./bench/search.ts')).benchSearch,
  http: async () => (await import('./bench/http.ts')).benchHttp,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `bench: no benchmark named ${unknown.join(', ')}. Known: ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    console.log(`\n== ${name}`);
    const run = await BENCHES[name]!();
    await run();
  }
}
