const BLOCK = 512;

/** ustar: a path over 100 bytes is cut at a slash into prefix and name. */
function splitPath(path: string): [name: string, prefix: string] {
  if (Buffer.byteLength(path) <= 100) return [path, ''];
  const slash = path.indexOf('/', path.length - 101);
  if (slash < 0 || slash > 155) throw new Error(`sample: the path ${path} is too long for a tar`);
  return [path.slice(slash + 1), path.slice(0, slash)];
}

function header(path: string, size: number, modified: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const [name, prefix] = splitPath(path);
  const octal = (value: number, length: number): string => value.toString(8).padStart(length - 1, '0');
  block.write(name, 0, 'utf8');
  block.write('0000644', 100, 'latin1');
  block.write('0000000', 108, 'latin1');
  block.write('0000000', 116, 'latin1');
  block.write(octal(size, 12), 124, 'latin1');
  block.write(octal(modified, 12), 136, 'latin1');
  block.write('        ', 148, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\u000000', 257, 'latin1');
  block.write(prefix, 345, 'utf8');
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${octal(sum, 7)}\u0000 `, 148, 'latin1');
  return block;
}

/** Blocks of one file: header, content, padding. `modified` in seconds since 1970. */
export function tarEntry(path: string, content: string | Uint8Array, modified: number): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const padding = (BLOCK - (bytes.length % BLOCK)) % BLOCK;
  return Buffer.concat([header(path, bytes.length, modified), bytes, Buffer.alloc(padding)]);
}

/** Two empty blocks end a tar. */
export const TAR_END = Buffer.alloc(BLOCK * 2);
