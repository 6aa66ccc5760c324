import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Mail, MailParts } from './report.schema.js';

/** Headers worth showing; the rest is for machines. */
const SHOWN = ['from', 'to', 'date', 'subject', 'message-id', 'list-id', 'auto-submitted'];

export const outboxDirectory = (dataDirectory: string) => join(dataDirectory, 'outbox');

/** Writes a mail under its own name, whole or not at all: doing it again leaves one file. Answers the path. */
export async function writeToOutbox(dataDirectory: string, file: string, message: Buffer): Promise<string> {
  const directory = outboxDirectory(dataDirectory);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, file);
  const unfinished = `${path}.${process.pid}.part`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(message);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path);
  return path;
}

/** What a mail of the outbox says, part by part; `why` when there is nothing to show. */
export async function partsOf(dataDirectory: string, mail: Mail): Promise<MailParts> {
  const nothing = (why: string): MailParts => ({ mail, headers: [], html: null, text: null, why });
  if (mail.status === 'failed') return nothing(`It was not sent: ${mail.error ?? 'the reason is not known'}`);
  if (mail.status !== 'sent') return nothing('It has not been sent yet.');
  if (!mail.outboxFile) return nothing('It went out by SMTP; the recipient has the only copy.');
  const message = await readFile(join(outboxDirectory(dataDirectory), mail.outboxFile)).catch(() => null);
  if (!message) return nothing(`${mail.outboxFile} is not in the outbox folder of this server.`);
  const { headers, html = null, text = null } = await PostalMime.parse(message);
  const shown = headers.filter(({ key }) => SHOWN.includes(key)).map(({ originalKey, value }) => ({ name: originalKey, value }));
  return { mail, headers: shown, html, text, why: null };
}
