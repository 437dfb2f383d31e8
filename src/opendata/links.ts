import { env } from '#env';

/** Public addresses, whole: what leaves the site must work elsewhere. */
export const absolute = (path: string): string => new URL(path, env.SITE_URL).href;

export const pageOf = (siren: string): string => absolute(`/employeurs/${siren}`);
export const agreementPageOf = (id: string): string => absolute(`/accords/${id}`);
export const feedOf = (siren: string): string => absolute(`/employeurs/${siren}.atom`);
export const jsonOf = (siren: string): string => absolute(`/employeurs/${siren}.json`);
