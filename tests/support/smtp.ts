import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

export type Received = { from: string; to: string[]; source: string; text: string };

/** Every mail a real SMTP server took in. Import this module before src/env.ts: it sets where mails go. */
export const received: Received[] = [];
/** Set to refuse what comes, as a full or broken server would. */
export const trouble = { isOn: false };

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (trouble.isOn) return done(new Error('452 try again later'));
      const source = Buffer.concat(chunks).toString();
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        source,
        text: decode(source),
      });
      done();
    });
  },
});

/** Quoted-printable or base64, as nodemailer chose. */
function decode(source: string): string {
  const [head = '', ...body] = source.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
process.env.MAIL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = 'Star finder <bonjour@starfinder.example>';
process.env.SITE_URL = 'https://starfinder.example';
process.env.MODERATORS = 'moderation@starfinder.example';
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
