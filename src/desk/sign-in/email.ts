import { countLinksSince, deleteLink, findLink, insertLink, useLink } from '#db/app/links.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { transact } from '#db/app/transact.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { inField } from '../fields.ts';
import { sendMail } from '../mail.ts';
import { createRateLimit } from '../rate-limit.ts';
import { hashToken, isToken, newToken } from '../tokens.ts';
import { isFreeMailbox, readAddress } from './addresses.ts';
import { signInWithin } from './proven.ts';

const LIVES_MS = 15 * 60_000;
const MAILBOX_LIMITS = [
  { most: 3, withinMs: LIVES_MS },
  { most: 10, withinMs: 24 * 3600_000 },
];

export type LinkRequest = { email: string; employer: { siren: Siren; name: string } | null; base: string };

/**
 * Sends a link that signs in once, within fifteen minutes. What is answered is the same whether or not the address is
 * known here.
 * @throws InputError on an address that is none, a free mailbox for an employer, too many requests, or a failed mail
 */
export async function sendLink(app: AppDatabase, request: LinkRequest, now = new Date()): Promise<void> {
  const email = inField('courriel', () => readAddress(request.email));
  const { employer } = request;
  if (employer && isFreeMailbox(email))
    throw new InputError([
      {
        words:
          'Écrivez votre adresse professionnelle : une adresse personnelle ne montre pas que vous travaillez pour cet employeur.',
        field: 'courriel',
      },
    ]);
  const isTooMany = MAILBOX_LIMITS.some(
    ({ most, withinMs }) => countLinksSince(app, email, new Date(now.getTime() - withinMs)) >= most,
  );
  if (isTooMany)
    throw new InputError(
      'Trop de liens ont été demandés pour cette adresse. Ouvrez le dernier reçu, ou réessayez plus tard.',
    );
  const token = newToken();
  const tokenHash = hashToken(token);
  insertLink(app, { tokenHash, email, siren: employer?.siren ?? null }, now);
  try {
    await sendMail(
      { to: email, subject: 'Votre lien de connexion à Star finder', text: linkText(token, request) },
      now,
    );
  } catch (error) {
    deleteLink(app, tokenHash);
    throw error;
  }
}

const linkText = (token: string, { employer, base }: LinkRequest): string =>
  [
    'Bonjour,',
    `Pour vous connecter à l’espace employeur de Star finder${employer ? ` (${employer.name})` : ''}, ouvrez ce lien et confirmez :`,
    `${base}/espace/connexion/lien?jeton=${token}`,
    'Il sert une seule fois et vaut quinze minutes. Si vous n’avez rien demandé, ne faites rien : personne n’entre sans lui.',
    'Star finder',
  ].join('\n\n');

export type LinkState = 'valid' | 'used' | 'expired' | 'unknown';

/** What a link is good for; reading it does not use it, since mail scanners open links too. */
export function stateOfLink(app: AppDatabase, token: string, now = new Date()): LinkState {
  const link = isToken(token) ? findLink(app, hashToken(token)) : null;
  if (!link) return 'unknown';
  if (link.usedAt !== null) return 'used';
  return now.getTime() - Date.parse(link.createdAt) > LIVES_MS ? 'expired' : 'valid';
}

/** Signs in by a link, once. @returns the session's token and the employer asked for; null when the link is no good */
export function signInByLink(
  app: AppDatabase,
  token: string,
  oldHash: string,
  now = new Date(),
): { session: string; siren: Siren | null } | null {
  if (stateOfLink(app, token, now) !== 'valid') return null;
  return transact(app, (change) => {
    if (!useLink(change, hashToken(token), now)) return null;
    const { email, siren } = findLink(change, hashToken(token))!;
    return { session: signInWithin(change, { door: 'email', email, siren }, oldHash, now), siren };
  });
}

const requests = createRateLimit('sign-in-request', { most: 20, withinMs: 3600_000 });
const attempts = createRateLimit('sign-in-attempt', { most: 10, withinMs: 15 * 60_000 });

/** @throws InputError once one visitor asked for too many links */
export function countRequest(visitor: string): void {
  if (!requests(visitor)) throw new InputError('Trop de demandes. Réessayez dans une heure.');
}

/** Links are too long to be guessed; whoever tries is locked out all the same. */
export const isAttemptAllowed = (visitor: string): boolean => attempts(visitor);
