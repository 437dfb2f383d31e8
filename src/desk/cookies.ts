import { env } from '#env';

/** The part of Astro's cookies that is used. */
type Cookies = {
  get(name: string): { value: string } | undefined;
  set(name: string, value: string, options: object): void;
  delete(name: string, options: object): void;
};

const isSecure = env.SITE_URL.startsWith('https:');

/** `__Host-`: a browser takes it over https only, for this host alone, so that no neighbouring host can plant one. */
const nameOf = (name: string): string => (isSecure ? `__Host-${name}` : name);
const OPTIONS = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'lax' as const };

/** The cookie of people who signed in; nobody else gets one. */
export const SESSION = 'espace';
/** The state that OpenID Connect must bring back, between the departure and the return. */
export const DEPARTURE = 'depart';

export const readCookie = (cookies: Cookies, name: string): string | null =>
  cookies.get(nameOf(name))?.value ?? null;

/** A cookie of the browser's session. */
export const setCookie = (cookies: Cookies, name: string, value: string): void =>
  cookies.set(nameOf(name), value, OPTIONS);

export const dropCookie = (cookies: Cookies, name: string): void => cookies.delete(nameOf(name), OPTIONS);
