import { z } from 'zod';
import { SOURCE_KINDS } from '../../etl/sync/open-source.js';
import type { SourceKinds } from './connect.schema.js';

/** Every kind of source with what it must be told, as JSON Schemas. */
export function sourceKinds(): SourceKinds {
  return {
    kinds: SOURCE_KINDS.map(({ kind, name, about, byHand = false, settings, credentials }) => ({
      ...{ kind, name, about, byHand },
      settings: jsonSchema(settings),
      credentials: credentials && jsonSchema(credentials),
    })),
  };
}

const jsonSchema = (schema: z.ZodType): Record<string, unknown> => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
