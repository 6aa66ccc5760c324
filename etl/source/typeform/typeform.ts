import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { SourceError } from '../source-error.js';
import { sourceKind } from '../source-kind.js';
import { typeformClient } from './client.js';
import { formIds, formOf, type Typeform } from './forms.js';
import { responses } from './responses.js';
import { type TypeformCredentials, type TypeformSettings, typeformCredentials, typeformSettings } from './settings.js';

export interface TypeformOptions {
  settings: TypeformSettings;
  credentials: TypeformCredentials;
  now: () => Date;
  keepCredentials(credentials: TypeformCredentials): Promise<void>;
  /** By which the connection waits. */
  clock?: Clock;
}

/** Typeform, read by a personal token or by OAuth. */
export function typeform(options: TypeformOptions): Source {
  const { settings, now } = options;
  const account: Typeform = { client: typeformClient(options), settings, now };
  return {
    kind: 'typeform',
    streams: [responses(account)],
    test: (signal) => testTypeform(account, signal),
  };
}

/** Every scope is tried by the smallest question that needs it. */
async function testTypeform(account: Typeform, signal: AbortSignal): Promise<void> {
  const [id] = await needing('forms:read', () => formIds(account, signal));
  if (id === undefined)
    throw new SourceError('schema', 'Typeform: the account has no form. Check that the token is that of the right account.');
  await needing('forms:read', () => formOf(account, id, signal));
  const path = `/forms/${encodeURIComponent(id)}/responses`;
  await needing('responses:read', () => account.client.get(z.object({ items: z.array(z.unknown()) }), path, { page_size: 1 }, signal));
}

async function needing<Answer>(scope: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof SourceError) || cause.status === null || ![401, 403, 404].includes(cause.status)) throw cause;
    throw new SourceError(cause.kind, `${cause.message} Needed here: the scope ${scope}.`, { cause, status: cause.status });
  }
}

export const typeformKind = sourceKind({
  kind: 'typeform',
  name: 'Typeform',
  about: 'Answers to surveys: satisfaction, recommendation and whether something had to be repeated.',
  settings: typeformSettings,
  credentials: typeformCredentials,
  open: typeform,
});
