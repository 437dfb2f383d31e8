import { findGone, readProfile } from '#db/facts/read.ts';
import { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { employerHref } from './links.ts';

/** What stands behind the SIREN of an address: a page, a tombstone (410) or nothing (404). */
export function readEmbedded(text: string | undefined): {
  profile: EmployerProfile | null;
  status: 200 | 404 | 410;
} {
  const siren = Siren.safeParse(text);
  const profile = siren.success ? readProfile(siren.data) : null;
  if (profile) return { profile, status: 200 };
  return { profile: null, status: siren.success && findGone(employerHref(siren.data)) ? 410 : 404 };
}

/** Sizes in CSS pixels that hold the longest card without a scroll bar at the width asked for. */
export const EMBED_SIZES = {
  large: { path: '', width: 340, height: 560, label: 'Carte complète' },
  small: { path: '/petit', width: 340, height: 190, label: 'Petite carte' },
} as const;
export type EmbedSize = keyof typeof EMBED_SIZES;

export const embedHref = (siren: Siren, size: EmbedSize): string =>
  `/embed/${siren}${EMBED_SIZES[size].path}`;
export const badgeHref = (siren: Siren): string => `/badge/${siren}.svg`;
export const qrHref = (siren: Siren): string => `/qr/${siren}.svg`;
export const oembedHref = (pageUrl: string): string =>
  `/oembed?format=json&url=${encodeURIComponent(pageUrl)}`;
export const integrateHref = (siren: Siren): string => `${employerHref(siren)}/integrer`;
