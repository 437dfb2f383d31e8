/** An employer kept on this device. Nothing of it is ever sent. */
export type Kept = { siren: string; name: string; note: string };

const KEY = 'ma-liste';
export const KEPT_MAX = 50;
const NOTE_MAX = 2000;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  /^\d{9}$/.test(String((value as Kept).siren)) &&
  typeof (value as Kept).name === 'string' &&
  typeof (value as Kept).note === 'string';

/** Empty when nothing is kept, or when the browser refuses storage. */
export function readKept(): Kept[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isKept).slice(0, KEPT_MAX) : [];
  } catch {
    return [];
  }
}

/** False when the browser refuses storage. */
export function writeKept(kept: readonly Kept[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept.slice(0, KEPT_MAX)));
    return true;
  } catch {
    return false;
  }
}

export const isInList = (siren: string): boolean => readKept().some((each) => each.siren === siren);

export function keep(siren: string, name: string): boolean {
  const kept = readKept();
  if (kept.some((each) => each.siren === siren)) return true;
  return kept.length < KEPT_MAX && writeKept([...kept, { siren, name, note: '' }]);
}

export const drop = (siren: string): boolean => writeKept(readKept().filter((each) => each.siren !== siren));

export const annotate = (siren: string, note: string): boolean =>
  writeKept(
    readKept().map((each) => (each.siren === siren ? { ...each, note: note.slice(0, NOTE_MAX) } : each)),
  );

/** SIRENs of a shared link, in `#e=…`: what follows « # » stays in the browser. */
export const sharedSirens = (hash: string): string[] =>
  [...new Set(/^#e=([\d-]+)$/.exec(hash)?.[1]?.match(/\d{9}/g) ?? [])].slice(0, KEPT_MAX);

/** Plain text to print or send: names, addresses and notes. */
export const exportText = (kept: readonly Kept[], origin: string): string =>
  kept
    .map(({ siren, name, note }) => `${name}\n${origin}/employeurs/${siren}${note ? `\n${note}` : ''}\n`)
    .join('\n');
