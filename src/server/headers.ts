import type { ServerResponse } from 'node:http';
import { env } from '#env';

/**
 * Sent with every answer, whatever made it. No hash and no `unsafe-inline`: pages carry neither `<style>`, `style=` nor
 * inline scripts, so anything injected stays inert.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // The card of an employer, shown on the page that explains how to embed it.
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Browsers only heed it over TLS; on plain http (a first try on one's own machine) it is left out.
  ...(env.SITE_URL.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
};

export function setSecurityHeaders(res: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
}

const FRAMED = POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** Cards and badges are made to stand on other sites; nothing else may. */
export const isForOtherSites = (path: string): boolean => /^\/(embed|badge)\//.test(path);

/** Lets any site show this answer, in a frame or as an image. */
export function allowOtherSites(res: ServerResponse): void {
  res.setHeader('Content-Security-Policy', FRAMED);
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  res.removeHeader('X-Frame-Options');
}

/**
 * Rooms with forms: never kept, never indexed. Without a referrer of its own site a browser posts `Origin: null`, and
 * nothing would tell our forms from those of others.
 */
export const DESK_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'same-origin',
};

/** Pages may change within a minute: caches keep them, and ask each time whether they still hold. */
export const REVALIDATE = 'no-cache';
/** Names in `_astro/` hold a hash of their content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';
