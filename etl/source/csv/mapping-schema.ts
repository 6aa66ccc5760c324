import { z } from 'zod';
import { mapping } from './mapping.js';

/** Where the JSON schema of the mapping is kept, from the root of the repository. */
export const MAPPING_SCHEMA_PATH = 'docs/mapping.schema.json';

/** The JSON schema of the mapping, as text; the file in the repository is stale when it says anything else. */
export function mappingSchema(): string {
  const schema = z.toJSONSchema(mapping, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ ...schema, title: 'Mapping of CSV files for Baton' }, null, 2)}\n`;
}
