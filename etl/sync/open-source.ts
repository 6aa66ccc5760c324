import type { z } from 'zod';
import { csv } from '../source/csv/csv.js';
import { csvSettings } from '../source/csv/settings.js';
import { hubspot } from '../source/hubspot/hubspot.js';
import { hubspotCredentials, hubspotSettings } from '../source/hubspot/settings.js';
import type { Source } from '../source/source.js';
import { SourceError } from '../source/source-error.js';
import { zendeskCredentials, zendeskSettings } from '../source/zendesk/settings.js';
import { zendesk } from '../source/zendesk/zendesk.js';
import type { Source as SourceRow } from '../warehouse/index.js';

export interface OpenContext {
  now: () => Date;
}

type Open = (settings: unknown, credentials: unknown, context: OpenContext) => Source;

const KINDS: Record<string, Open> = {
  csv: (settings, _credentials, { now }) => csv({ settings: valid('settings', csvSettings, settings), now }),
  hubspot: (settings, credentials, { now }) =>
    hubspot({
      settings: valid('settings', hubspotSettings, settings),
      token: valid('credentials', hubspotCredentials, credentials).token,
      now,
    }),
  zendesk: (settings, credentials, { now }) =>
    zendesk({
      settings: valid('settings', zendeskSettings, settings),
      credentials: valid('credentials', zendeskCredentials, credentials),
      now,
    }),
};

/** The source behind a row, ready to be read. Throws a SourceError that names the setting or credential that is wrong. */
export function openSource(row: Pick<SourceRow, 'id' | 'kind' | 'settings'>, credentials: unknown, context: OpenContext): Source {
  const open = KINDS[row.kind];
  if (!open) throw new SourceError('schema', `Source ${row.id}: there is no kind "${row.kind}". Known: ${Object.keys(KINDS).join(', ')}.`);
  try {
    return open(row.settings, credentials, context);
  } catch (cause) {
    if (cause instanceof SourceError) throw new SourceError(cause.kind, `Source ${row.id}: ${cause.message}`, { cause });
    throw cause;
  }
}

/** A zod issue names the path and what was expected, never the value: no secret can enter the message. */
function valid<Schema extends z.ZodType>(what: 'settings' | 'credentials', schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') || what;
  throw new SourceError(
    what === 'credentials' ? 'credentials' : 'schema',
    `the ${what} are not complete: ${path}: ${issue?.message ?? 'is missing'}.`,
  );
}
