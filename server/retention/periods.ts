/** What is not kept for ever. */
export interface Period {
  table: string;
  days: number;
  /** In words, for the docs. */
  what: string;
  /** SQL over the row; `$1` is the moment before which it goes. */
  old: string;
}

/** Rows of one workspace: they stay while it is held. */
export const OF_A_WORKSPACE: readonly Period[] = [
  {
    table: 'sync_run',
    days: 180,
    what: 'runs of sources, with what each stream read; the newest 50 of each source stay',
    old: `ended_at < $1 and (workspace_id, id) not in (
      select n.workspace_id, n.id from (
        select workspace_id, id, row_number() over (partition by workspace_id, source_id order by started_at desc) as place from sync_run
      ) n where n.place <= 50)`,
  },
  { table: 'rejected_record', days: 90, what: 'records that could not be read and could later', old: 'resolved_at < $1' },
  { table: 'webhook_receipt', days: 30, what: 'which messages of vendors have come', old: 'received_at < $1' },
  {
    table: 'derivation',
    days: 90,
    what: 'moments at which handoffs were derived: of older ones the last of each day stays, and the first of all',
    old: `at < $1 and exists (select 1 from derivation later where later.workspace_id = derivation.workspace_id
        and later.at > derivation.at and date_trunc('day', later.at, 'UTC') = date_trunc('day', derivation.at, 'UTC'))
      and at > (select min(first.at) from derivation first where first.workspace_id = derivation.workspace_id and first.known_until is not null)`,
  },
  { table: 'report_delivery', days: 400, what: 'mails that went out, with those in the outbox folder', old: 'slot < $1' },
  { table: 'invitation', days: 90, what: 'invitations that were used or have run out', old: 'coalesce(used_at, expires_at) < $1' },
  { table: 'api_token', days: 400, what: 'tokens that were revoked or have run out', old: 'coalesce(revoked_at, expires_at) < $1' },
];

/** Rows of the installation. */
export const OF_THE_DOOR: readonly Period[] = [
  { table: 'session', days: 0, what: 'sessions that have run out', old: 'expire < $1' },
  { table: 'sign_in_link', days: 30, what: 'links that were used or have run out', old: 'coalesce(used_at, expires_at) < $1' },
  {
    table: 'password_reset',
    days: 30,
    what: 'links for a new password that were used or have run out',
    old: 'coalesce(used_at, expires_at) < $1',
  },
  { table: 'throttle', days: 1, what: 'counted tries whose window has passed', old: 'to_timestamp(expire / 1000.0) < $1' },
];
