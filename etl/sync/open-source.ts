import { airbyteKind } from '../source/airbyte/airbyte.js';
import { asanaKind } from '../source/asana/asana.js';
import { csvKind } from '../source/csv/csv.js';
import { hubspotKind } from '../source/hubspot/hubspot.js';
import { intercomKind } from '../source/intercom/intercom.js';
import { jiraKind } from '../source/jira/jira.js';
import { pipedriveKind } from '../source/pipedrive/pipedrive.js';
import { postgresKind } from '../source/postgres/postgres.js';
import { salesforceKind } from '../source/salesforce/salesforce.js';
import { singerKind } from '../source/singer/singer.js';
import type { Source } from '../source/source.js';
import { SourceError } from '../source/source-error.js';
import type { OpenContext, SourceKind } from '../source/source-kind.js';
import { stripeKind } from '../source/stripe/stripe.js';
import { surveymonkeyKind } from '../source/surveymonkey/surveymonkey.js';
import { typeformKind } from '../source/typeform/typeform.js';
import { zendeskKind } from '../source/zendesk/zendesk.js';
import type { Source as SourceRow } from '../warehouse/index.js';

/** Every kind of source there is, in the order in which they are offered. */
export const SOURCE_KINDS: SourceKind[] = [
  hubspotKind,
  salesforceKind,
  pipedriveKind,
  zendeskKind,
  intercomKind,
  jiraKind,
  asanaKind,
  postgresKind,
  stripeKind,
  surveymonkeyKind,
  singerKind,
  airbyteKind,
  typeformKind,
  csvKind,
];

/** Null when there is no such kind. */
export const sourceKindOf = (kind: string): SourceKind | null => SOURCE_KINDS.find((one) => one.kind === kind) ?? null;

/** The source behind a row, ready to be read. Throws a SourceError that names the setting or credential that is wrong. */
export function openSource(row: Pick<SourceRow, 'id' | 'kind' | 'settings'>, credentials: unknown, context: OpenContext): Source {
  const found = sourceKindOf(row.kind);
  if (!found)
    throw new SourceError(
      'schema',
      `Source ${row.id}: there is no kind "${row.kind}". Known: ${SOURCE_KINDS.map(({ kind }) => kind).join(', ')}.`,
    );
  try {
    return found.open(row.settings, credentials, context);
  } catch (cause) {
    if (cause instanceof SourceError) throw new SourceError(cause.kind, `Source ${row.id}: ${cause.message}`, { cause });
    throw cause;
  }
}
