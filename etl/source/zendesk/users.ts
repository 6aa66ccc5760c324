import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { cursorExport } from './cursor-export.js';
import { EXPORT_LAG_SECONDS } from './export.js';
import { idOf, wireId } from './wire-id.js';
import { agentPage, type Zendesk } from './zendesk-stream.js';

/** https://developer.zendesk.com/api-reference/ticketing/users/users/ */
const wireUser = z.object({
  id: wireId,
  name: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string(),
  active: z.boolean().default(true),
  suspended: z.boolean().nullish(),
  organization_id: wireId.nullish(),
  updated_at: wireInstant,
});

export function users(zendesk: Zendesk): Stream {
  return {
    name: 'zendesk.users',
    lagSeconds: EXPORT_LAG_SECONDS,
    pages: (from, signal) => cursorExport({ ...zendesk, path: '/api/v2/incremental/users/cursor.json', key: 'users', signal }, from),
    idOf,
    read(payload) {
      const user = parsed(wireUser, payload);
      const row = {
        externalId: user.id,
        name: user.name || null,
        email: user.email?.toLowerCase() || null,
        internal: user.role !== 'end-user',
        active: user.active && !user.suspended,
        accountExternalId: user.organization_id ?? null,
      };
      return {
        externalId: user.id,
        changedAt: user.updated_at,
        // Zendesk keeps a deleted user as inactive; what they wrote still names them.
        deletedAt: null,
        url: agentPage(zendesk, 'users', user.id),
        rows: [{ table: Person, rows: [row] }],
      };
    },
  };
}
