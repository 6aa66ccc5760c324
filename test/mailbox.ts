import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real mail server on loopback that keeps what it accepts. */
export interface Mailbox {
  url: string;
  /** In the order they were accepted. */
  mails: { to: string[]; email: Email }[];
  close(): Promise<void>;
}

export interface MailboxOptions {
  /** Before a recipient is accepted; throw to refuse (`responseCode` says how), never return to hang. */
  onRecipient?: (address: string) => Promise<void> | void;
  /** After a mail was kept and before the sender is told. */
  onKept?: () => Promise<void> | void;
  /** Default: any that is free. */
  port?: number;
}

export async function openMailbox({ onRecipient, onKept, port: wanted = 0 }: MailboxOptions = {}): Promise<Mailbox> {
  const mails: Mailbox['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      Promise.resolve()
        .then(() => onRecipient?.(address))
        .then(() => done(), done);
    },
    onData(stream, session, done) {
      const keep = async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), email: await PostalMime.parse(Buffer.concat(chunks)) });
        await onKept?.();
      };
      keep().then(() => done(), done);
    },
  });
  // A sender that is killed resets its connection; that is part of the game.
  server.on('error', () => {});
  server.listen(wanted, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, mails, close };
}
