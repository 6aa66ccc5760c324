import { createHash } from 'node:crypto';

export interface ColumnOf {
  table: string;
  name: string;
  type: string;
}

/** Text that stands where words of people stand, found again wherever it comes out. */
export const CANARY = { anna: 'CanaryAnna7f3', bert: 'CanaryBert9d1' } as const;

const CODES: Record<string, string> = {
  ...{ source_id: 'crm', stream: 'deals', external_id: 'crm:0', record_id: 'crm:0', fact_id: 'crm:0', handoff_id: 'crm:0' },
  ...{ deal_external_id: 'crm:0', account_external_id: 'company-crm:0', ticket_external_id: 'crm:0', person_external_id: 'crm:0' },
  ...{ author_external_id: 'crm:0', requester_external_id: 'crm:0', owner_external_id: 'crm:0', csm_external_id: 'crm:0' },
  ...{ implementation_owner_external_id: 'crm:0', to_source_id: 'crm', to_external_id: 'crm:1', declared_id: 'crm:0', episode: 'crm:0' },
  ...{ pipeline: 'p', stage: 's', status: 'open', kind: 'other', currency: 'EUR', time_zone: 'Europe/Berlin', schedule: '0 8 * * 1' },
  ...{ role: 'csm', visibility: 'all', verdict: 'confirmed', tier: 'reopened', outcome: 'succeeded', trigger: 'hand', segment: 'standard' },
  ...{
    t0_source: 'stage history',
    cause: 'record',
    error_kind: 'unreachable',
    action: 'report.changed',
    priority: 'high',
    scale: 'binary',
  },
};

/** Codes and keys of one table, where they are not those of the others. Null leaves a column empty. */
const OF_TABLE: Record<string, string | null> = {
  ...{
    'source.id': 'desk',
    'source.kind': 'zendesk',
    'report_delivery.status': 'sent',
    'task.kind': 'task',
    'hand_match.kind': 'conversation',
  },
  ...{ 'webhook_receipt.id': 'receipt', 'deal.merged_into': null, 'account_link.merged_into': null, 'account_link.reason': 'own' },
  ...{ 'excluded_deal.reason': 'no close date', 'member.visibility': 'all', 'report_delivery.outbox_file': null, 'kept_row.kind': 'deal' },
};

const NOBODY = ['applied_through', 'invited_by'];
const SAID = '2026-06-01T09:00:00Z';
const LATER = '2026-07-01T09:00:00Z';
/** Moments at which something is over. */
const NOT_YET = ['deleted_at', 'removed_at', 'revoked_at', 'resolved_at', 'used_at', 'cancel_asked_at'];

/** Keys, which are the same in both workspaces so that whoever forgets the workspace finds the twin's row, and codes, which mean something to the program. */
export const isCode = ({ table, name, type }: ColumnOf): boolean =>
  `${table}.${name}` in OF_TABLE ||
  name === 'definition' ||
  (type === 'text' && (name in CODES || name === 'id' || name.endsWith('hash') || name === 'seal'));

/** A value that such a column may hold, with the canary of Anna in it where it holds words. */
export function generatedValue(column: ColumnOf, known: Record<string, string>): unknown {
  const { table, name, type } = column;
  const own = OF_TABLE[`${table}.${name}`];
  if (own !== undefined) return own;
  if (type.startsWith('timestamp')) return type.endsWith('[]') ? [] : momentOf(name);
  const ofType = OF_TYPE[type];
  return ofType ? ofType(column, known) : 1;
}

const OF_TYPE: Record<string, (column: ColumnOf, known: Record<string, string>) => unknown> = {
  uuid: ({ table, name }, known) =>
    NOBODY.includes(name) ? null : (known[name] ?? uuidOf(name === 'id' ? table : name.replace(/_id$/, ''))),
  text: ({ name }) => CODES[name] ?? `${name} ${CANARY.anna}`,
  'text[]': ({ name }) => (name === 'scopes' ? ['read'] : [`${CANARY.anna}@example.com`]),
  jsonb: ({ name }) => (['definition', 'mapping'].includes(name) ? {} : { note: CANARY.anna }),
  bytea: () => Buffer.from(CANARY.anna),
  // A report that is active would be sent whenever a minute begins.
  boolean: ({ name }) => name !== 'active',
};

/** What was begun long ago would be written down as broken off whenever a minute is half over. */
const STILL_TO_COME = ['expires_at', 'begun_at'];

const momentOf = (name: string) => (NOT_YET.includes(name) ? null : STILL_TO_COME.includes(name) ? LATER : SAID);

/** The same for the same word. */
export function uuidOf(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
