const GROUP_OPENS = /^\(\?:/;
/** What is told by its number or name needs the whole expression. */
const REFERS = /\\[1-9k]/;

/** Of an expression that is one group and nothing else: what stands inside; else itself. */
function withoutGroup(source: string): string {
  if (!GROUP_OPENS.test(source) || !source.endsWith(')')) return source;
  return closingOf(source, 0) === source.length - 1 ? source.slice(3, -1) : source;
}

/** Where the character or class at this place ends. */
function endOfOne(source: string, at: number): number {
  if (source[at] === '\\') return at + 2;
  if (source[at] !== '[') return at + 1;
  let end = at + 1;
  while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

function closingOf(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at = endOfOne(source, at)) {
    if (source[at] === '(') depth++;
    else if (source[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/** The alternatives of an expression, those of groups that are one themselves included: it matches where one of them does. */
export function alternativesOf(source: string): string[] {
  if (REFERS.test(source)) return [source];
  const inside = withoutGroup(source);
  const found: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < inside.length; at = endOfOne(inside, at)) {
    if (inside[at] === '(') depth++;
    else if (inside[at] === ')') depth--;
    else if (inside[at] === '|' && depth === 0) {
      found.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  found.push(inside.slice(start));
  return found.length === 1 && inside === source ? found : found.flatMap(alternativesOf);
}
