import { z } from 'zod';
import { SourceError } from '../source-error.js';
import { groupNames } from './groups.js';
import type { Zendesk } from './zendesk-stream.js';

const EXPORT = '/api/v2/incremental/tickets/cursor.json';

/** Asks for the last hour of one export, and for the groups. Throws a SourceError that names what is wrong: the exports need an admin. */
export async function testConnection({ client, now, settings }: Zendesk, signal: AbortSignal): Promise<void> {
  const query = { start_time: Math.floor(now().getTime() / 1000) - 3_600, per_page: 1 };
  const wire = z.object({ tickets: z.array(z.unknown()) });
  try {
    await client.get({ wire, path: EXPORT, query, limit: 'cursor export', signal });
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    if (cause.kind === 'scope') throw new SourceError('scope', NO_ADMIN, { cause, status: 403 });
    if (cause.status === 404) throw new SourceError('vendor', noAccount(settings.baseUrl), { cause, status: 404 });
    throw cause;
  }
  await groupNames(client, signal);
}

const NO_ADMIN =
  'Zendesk: the exports may only be read by an admin with the scope "read". Let an admin create the OAuth client, or give its user the admin role.';

const noAccount = (baseUrl: string) => `Zendesk: there is no account at ${baseUrl}. Check the address.`;
