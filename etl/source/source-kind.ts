import type { z } from 'zod';
import type { Source } from './source.js';
import { SourceError } from './source-error.js';

/** What a source is opened with, beside its settings and credentials. */
export interface OpenContext {
  now: () => Date;
  /** Stores credentials that the vendor has replaced; to be awaited before the new ones are used. */
  keepCredentials(credentials: unknown): Promise<void>;
}

/** One kind of system that can be connected. Forms, the command line and the documentation follow from it. */
export interface SourceKind {
  /** As it stands in `source.kind`: 'hubspot'. */
  kind: string;
  /** As the vendor writes it: 'HubSpot'. */
  name: string;
  /** What is read from it, in one sentence. */
  about: string;
  /** Addresses and mapping. A field's `describe` is its label in forms. */
  settings: z.ZodType;
  /** Every field of it is a secret; null where there is none to give. */
  credentials: z.ZodType | null;
  /** True for what is read only when somebody hands it over: files, the output of a tap. It has no schedule and is not connected from the web. */
  byHand?: boolean;
  /** Throws a SourceError that names the setting or credential that is wrong. */
  open(settings: unknown, credentials: unknown, context: OpenContext): Source;
}

interface Declared<Settings extends z.ZodType, Credentials extends z.ZodType> {
  kind: string;
  name: string;
  about: string;
  settings: Settings;
  credentials: Credentials | null;
  byHand?: boolean;
  open(given: Given<z.output<Settings>, z.output<Credentials>>): Source;
}

/** `credentials` is undefined where the kind has none. */
type Given<Settings, Credentials> = OpenContext & { settings: Settings; credentials: Credentials };

/** A kind whose `open` gets what its schemas have let through. */
export function sourceKind<Settings extends z.ZodType, Credentials extends z.ZodType = z.ZodUndefined>(
  declared: Declared<Settings, Credentials>,
): SourceKind {
  return {
    ...declared,
    open: (settings, credentials, context) =>
      declared.open({
        ...context,
        settings: valid('settings', declared.settings, settings),
        credentials: declared.credentials
          ? valid('credentials', declared.credentials, credentials)
          : (undefined as unknown as z.output<Credentials>),
      }),
  };
}

/** A zod issue names the path and what was expected, never the value: no secret can enter the message. */
function valid<Schema extends z.ZodType>(what: 'settings' | 'credentials', schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') || what;
  throw new SourceError(
    what === 'credentials' ? 'credentials' : 'schema',
    `the ${what} are not complete: ${path}: ${issue?.message ?? 'is missing'}.`,
  );
}
