const QUIET_MS = 60_000;
const REMEMBERED = 500;

/** A log that says the same thing once a minute, with how often it was left out meanwhile. */
export function createQuietLog(print: (line: string) => void, now: () => number = Date.now) {
  const said = new Map<string, { at: number; omitted: number }>();
  return (line: string): void => {
    const before = said.get(line);
    if (before && now() - before.at < QUIET_MS) {
      before.omitted += 1;
      return;
    }
    if (said.size >= REMEMBERED) said.clear();
    said.set(line, { at: now(), omitted: 0 });
    print(before && before.omitted > 0 ? `${line} (and ${before.omitted} times before)` : line);
  };
}
