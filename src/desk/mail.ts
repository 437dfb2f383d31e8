import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { InputError } from '#domain/errors.ts';
import { dataPath, env } from '#env';

export type Mail = { to: string; subject: string; text: string };
export type KeptMail = Mail & { at: string };

const SEND_WITHIN_MS = 10_000;
const SHOWN = 30;
const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);

/**
 * How mails leave. `folder` shows everybody's sign-in links to whoever opens the page: it holds on a machine that only
 * talks to itself, and counts as off anywhere else.
 */
export function mailDoor(): 'off' | 'folder' | 'smtp' {
  if (env.MAIL !== 'folder') return env.MAIL === 'off' ? 'off' : 'smtp';
  return isLocal(env.HOST) && isLocal(new URL(env.SITE_URL).hostname) ? 'folder' : 'off';
}

const folder = (): string => dataPath('mails');

/** @throws InputError when the mail could not be handed over, or no door is open */
export async function sendMail(mail: Mail, now = new Date()): Promise<void> {
  const door = mailDoor();
  if (door === 'off') throw new InputError('L’envoi de courriels n’est pas configuré sur ce site.');
  if (door === 'folder') return keep(mail, now);
  const transport = createTransport({
    url: env.MAIL,
    connectionTimeout: SEND_WITHIN_MS,
    greetingTimeout: SEND_WITHIN_MS,
    socketTimeout: SEND_WITHIN_MS,
  });
  try {
    await transport.sendMail({
      from: env.MAIL_FROM,
      ...mail,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (error) {
    // The reason goes to the log without the address of the person.
    console.error(`mail: ${(error as NodeJS.ErrnoException).code ?? 'refused'} from the SMTP server`);
    throw new InputError('Le courriel n’a pas pu partir. Réessayez dans quelques minutes.');
  } finally {
    transport.close();
  }
}

function keep(mail: Mail, now: Date): void {
  mkdirSync(folder(), { recursive: true });
  const kept: KeptMail = { ...mail, at: now.toISOString() };
  const name = `${kept.at.replace(/\D/g, '')}-${randomBytes(3).toString('hex')}.json`;
  writeFileSync(path.join(folder(), name), JSON.stringify(kept, null, 2), { mode: 0o600 });
}

/** Mails kept on this machine, the last one first. */
export function listKeptMails(): KeptMail[] {
  if (mailDoor() !== 'folder') return [];
  mkdirSync(folder(), { recursive: true });
  const names = readdirSync(folder()).filter((name) => name.endsWith('.json'));
  return names
    .sort()
    .reverse()
    .slice(0, SHOWN)
    .map((name) => JSON.parse(readFileSync(path.join(folder(), name), 'utf8')) as KeptMail);
}

/** Address of the site in a mail: never what a request says of itself, but on this machine only, where ports change. */
export const linkBase = (url: URL): string =>
  mailDoor() === 'folder' ? url.origin : new URL(env.SITE_URL).origin;
