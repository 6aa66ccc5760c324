import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { Pipedrive } from './record.js';

const wireMe = z.object({ success: z.literal(true), data: z.object({ id: z.int() }) });

/** What is read, what the app must be allowed for it, and the smallest question that shows it. */
const SCOPES: [what: string, scope: string, path: string][] = [
  ['users', 'users:read', '/api/v1/users'],
  ['deals', 'deals:read', '/api/v2/deals'],
  ['archived deals', 'deals:read', '/api/v2/deals/archived'],
  ['deal fields', 'deals:read', '/api/v1/dealFields'],
  ['pipelines', 'deals:read', '/api/v2/pipelines'],
  ['stages', 'deals:read', '/api/v2/stages'],
  ['organizations', 'contacts:read', '/api/v2/organizations'],
  ['persons', 'contacts:read', '/api/v2/persons'],
  ['activities', 'activities:read', '/api/v2/activities'],
];

/** Throws a SourceError that names what may not be read, and the scope it takes. */
export async function testPipedrive({ client }: Pipedrive, signal: AbortSignal): Promise<void> {
  await client.get(wireMe, '/api/v1/users/me', signal);
  for (const [what, scope, path] of SCOPES) {
    try {
      await client.list(path, path === '/api/v1/users' ? {} : { limit: 1 }, { signal });
    } catch (cause) {
      if (!(cause instanceof SourceError) || cause.status !== 403) throw cause;
      throw new SourceError(
        'scope',
        `Pipedrive does not let this token read ${what}. An app needs the scope ${scope}, a user the permission to see all of them.`,
        {
          cause,
          status: 403,
        },
      );
    }
  }
}
