import { createTransport } from 'nodemailer';
import { isAddress } from './address.js';
import { writeToOutbox } from './outbox.js';

/** One mail to one address, composed. */
export interface Letter {
  /** Left part of the Message-ID, and the name of the file: the same for the same slot and recipient. */
  id: string;
  /** Null for a letter that is no report. */
  reportId: string | null;
  to: string;
  subject: string;
  /** Null for a letter in plain text only. */
  html: string | null;
  text: string;
  /** What its Date says. */
  slot: Date;
}

/** The one way out for mail. */
export interface Transport {
  readonly kind: 'smtp' | 'outbox';
  /** Answers the name of the file in the outbox, null when it went by SMTP. Throws what nodemailer throws. */
  send(letter: Letter): Promise<{ outboxFile: string | null }>;
}

export interface TransportOptions {
  /** smtp:// or smtps://; without it mails are written to the outbox folder. */
  smtpUrl: string | undefined;
  /** The sender's address; by default baton@ the host of the public URL. */
  from: string | undefined;
  publicUrl: string;
  dataDirectory: string;
}

/** Text of a mail can come from a source: nodemailer must never read a file or an address because of it. */
const NO_REACHING_OUT = { disableFileAccess: true, disableUrlAccess: true } as const;

/** Together they stay under the lease of a claim, so that a slow server cannot let a second worker start the same mail. */
const TIME_LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 } as const;

/** Throws when the sender or the address of the mail server cannot be used. */
export function openTransport(options: TransportOptions): Transport {
  const domain = new URL(options.publicUrl).hostname.replace(/[[\]:]/g, '') || 'localhost';
  const from = options.from || `baton@${domain}`;
  if (options.from && !isAddress(options.from)) throw new Error('BATON_MAIL_FROM is not one e-mail address, such as baton@example.com.');
  const envelope = (letter: Letter) => message(letter, { from, domain });
  return options.smtpUrl ? smtp(options.smtpUrl, envelope) : outbox(options.dataDirectory, envelope);
}

function smtp(url: string, envelope: (letter: Letter) => object): Transport {
  if (!/^smtps?:\/\/[^/]/.test(url)) throw new Error('SMTP_URL is not an address such as smtp://user:password@mail.example.com:587.');
  const out = createTransport({ url, ...TIME_LIMITS, ...NO_REACHING_OUT });
  return {
    kind: 'smtp',
    async send(letter) {
      await out.sendMail(envelope(letter));
      return { outboxFile: null };
    },
  };
}

function outbox(dataDirectory: string, envelope: (letter: Letter) => object): Transport {
  const out = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...NO_REACHING_OUT });
  return {
    kind: 'outbox',
    async send(letter) {
      const { message } = await out.sendMail(envelope(letter));
      if (!Buffer.isBuffer(message)) throw new Error('nodemailer gave a stream where it was asked for the whole message.');
      const outboxFile = `${letter.id}.eml`;
      await writeToOutbox(dataDirectory, outboxFile, message);
      return { outboxFile };
    },
  };
}

function message(letter: Letter, { from, domain }: { from: string; domain: string }): object {
  return {
    from: { name: 'Baton', address: from },
    to: { name: '', address: letter.to },
    subject: letter.subject,
    ...(letter.html !== null && { html: letter.html }),
    text: letter.text,
    date: letter.slot,
    messageId: `<${letter.id}@${domain}>`,
    baseBoundary: letter.id,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(letter.reportId !== null && { 'List-Id': `<${letter.reportId}.${domain}>` }),
      'X-Auto-Response-Suppress': 'All',
    },
  };
}
