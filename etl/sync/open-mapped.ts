import type { Source } from '../source/source.js';
import { SourceError } from '../source/source-error.js';
import type { SecretKey, Source as SourceRow } from '../warehouse/index.js';
import { openCredentials } from './credentials.js';
import { openSource } from './open-source.js';

interface Mapped {
  settings: Record<string, unknown>;
  secretKey?: SecretKey | undefined;
  now: () => Date;
}

/** The source with other settings, to read stored records by: the vendor is not asked. Throws a SourceError that names the wrong setting. */
export function openMapped(row: SourceRow, { settings, secretKey, now }: Mapped): Source {
  const keepCredentials = () => Promise.reject(new Error(`Source ${row.id} must not sign in while stored records are read again.`));
  return openSource({ id: row.id, kind: row.kind, settings }, credentialsOf(row, secretKey), { now, keepCredentials });
}

function credentialsOf({ id, workspaceId, credentials }: SourceRow, secretKey: SecretKey | undefined): unknown {
  if (credentials === null) return null;
  if (!secretKey) throw new SourceError('credentials', `Source ${id} has credentials: the secret key is needed to open them.`);
  return openCredentials(credentials, { key: secretKey, workspaceId, sourceId: id });
}
