import { isIPv6 } from 'node:net';
import { env } from '#env';

/**
 * Whom a request is counted for. Behind a proxy every visitor has the proxy's address: the header it writes is believed
 * only where a setting says so. A household is given 2⁶⁴ addresses of IPv6: it is counted as one, by its first half.
 */
export function visitorOf(headerOf: (name: string) => string | null | undefined, direct: string): string {
  const named = env.CLIENT_ADDRESS_HEADER && headerOf(env.CLIENT_ADDRESS_HEADER);
  const address = named?.split(',').at(-1)?.trim() || direct;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIPv6(plain) ? firstHalf(plain) : plain;
}

function firstHalf(address: string): string {
  const [left = '', right] = address.toLowerCase().split('::');
  const groups = (text: string): string[] => text.split(':').filter(Boolean);
  const [head, tail] = [groups(left), right === undefined ? [] : groups(right)];
  const zeros = Array.from({ length: right === undefined ? 0 : 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':'); // prettier-ignore
}
