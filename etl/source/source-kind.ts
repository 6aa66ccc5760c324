import type { z } from 'zod';
import type { Source } from './source.js';
import { SourceError } from './source-error.js';

/** What a source is opened with, beside its settings and credentials. */
export interface OpenContext {
  now: () => Date;
  /** Stores credentials that the vendor has replaced; to be awaited before the new ones are used. */
  keepCredentials(credentials: unknown): Promise<void>;
}

/** One request as it came, before anything has parsed it. */
export interface WebhookRequest {
  method: string;
  /** The address that the vendor was told, with its query: what stands behind a proxy sees another. */
  publicUri: string;
  /** By lower case name. */
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** How a vendor says of itself that something changed. */
interface Webhook<Credentials> {
  /** Names a message, so that the same one sent again counts once. Null when it is not the vendor's, or too old. */
  receipt(request: WebhookRequest, credentials: Credentials, now: Date): string | null;
  /** Ids of what changed, by stream. Throws when it is not as documented. */
  changed(body: Buffer): Map<string, Set<string>>;
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
  /** Absent where the vendor sends no webhooks, or none that we take. */
  webhook?: Webhook<unknown>;
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
  webhook?: Webhook<z.output<Credentials>>;
  open(given: Given<z.output<Settings>, z.output<Credentials>>): Source;
}

/** `credentials` is undefined where the kind has none. */
type Given<Settings, Credentials> = OpenContext & { settings: Settings; credentials: Credentials };

/** A kind whose `open` gets what its schemas have let through. */
export function sourceKind<Settings extends z.ZodType, Credentials extends z.ZodType = z.ZodUndefined>(
  declared: Declared<Settings, Credentials>,
): SourceKind {
  const { webhook, ...rest } = declared;
  const read = (credentials: unknown) =>
    declared.credentials ? valid('credentials', declared.credentials, credentials) : (undefined as unknown as z.output<Credentials>);
  return {
    ...rest,
    ...(webhook && { webhook: { ...webhook, receipt: (request, credentials, now) => webhook.receipt(request, read(credentials), now) } }),
    open: (settings, credentials, context) =>
      declared.open({
        ...context,
        settings: valid('settings', declared.settings, settings),
        credentials: read(credentials),
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
