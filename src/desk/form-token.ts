import { isSame, sign } from './tokens.ts';

/** A form left open longer is refused; what was typed comes back to be sent again. */
export const FORM_MAX_MS = 12 * 3600_000;

/**
 * Hidden field of a form: when it was made, signed for one visitor. `visitor` is the hash of the session, or empty for
 * somebody without one: seekers get no cookie, so that what binds their form is its age, its signature and the origin
 * that the front door checks.
 */
export function issueFormToken(key: string, visitor: string, now: Date): string {
  const at = now.getTime().toString(36);
  return `${at}.${sign(key, `form ${visitor} ${at}`)}`;
}

/** Age of the form in milliseconds; null when the token is forged, of another visitor, or too old. */
export function ageOfForm(key: string, visitor: string, token: string, now: Date): number | null {
  const dot = token.indexOf('.');
  const at = token.slice(0, Math.max(0, dot));
  if (!/^[0-9a-z]{1,10}$/.test(at)) return null;
  if (!isSame(token.slice(dot + 1), sign(key, `form ${visitor} ${at}`))) return null;
  const age = now.getTime() - parseInt(at, 36);
  return age >= 0 && age <= FORM_MAX_MS ? age : null;
}
