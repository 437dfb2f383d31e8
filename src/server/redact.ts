/** Cuts the query off everything that looks like an address in a line for the log. */
export const redactQueries = (text: string): string => text.replace(/(\/[^\s?"'<>]*)\?[^\s"'<>)]*/g, '$1');

/**
 * Makes this process unable to print a query string. The page renderer logs whole addresses when it fails, and what
 * people look for must stand in no log.
 */
export function redactOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: never[]) => boolean;
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) =>
      write(typeof chunk === 'string' ? redactQueries(chunk) : redactQueries(Buffer.from(chunk).toString()), ...rest)) as typeof stream.write; // prettier-ignore
  }
}
