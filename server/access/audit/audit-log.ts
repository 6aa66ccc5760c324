import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor, type SecretKey } from '../../../etl/warehouse/index.js';
import { currentRequest } from '../../http/request-context.js';
import { Audit, type Deed } from './audit.js';
import { type Entry, type Head, hashOf, NOTHING_BEFORE, saidHashOf, sealHead } from './chain.js';
import { storableActor, storableDetail, storableText } from './storable.js';

export interface AuditLogOptions {
  db: DataSource;
  key: SecretKey;
  now: () => Date;
}

/** Chains what is done, one chain for each workspace. Of two who write at once, the second waits for the first to commit. */
export class AuditLog extends Audit {
  constructor(private readonly options: AuditLogOptions) {
    super();
  }

  async note(deed: Deed, tx?: EntityManager): Promise<void> {
    if (tx) return this.append(tx, deed);
    await atTheDoor(() => this.options.db.transaction((own) => this.append(own, deed)));
  }

  private async append(tx: EntityManager, deed: Deed): Promise<void> {
    await lockLog(tx, deed.workspaceId);
    const head = await readHead(tx, deed.workspaceId);
    const entry = entryAfter(head, deed, this.options.now());
    const hash = hashOf(entry);
    await tx.query(
      `insert into audit_entry
        (workspace_id, number, at, actor, action, subject, detail, request_id, address, salt, said_hash, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[entry.workspaceId, entry.number, entry.at, JSON.stringify(entry.actor), entry.action, entry.subject],
        ...[JSON.stringify(entry.detail), entry.requestId, entry.address, entry.salt, entry.saidHash, entry.previousHash, hash],
      ],
    );
    await writeHead(tx, { ...head, number: entry.number, hash }, this.options.key);
  }
}

/** Until the transaction ends nobody else adds to the log of a workspace. */
export async function lockLog(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit ${workspaceId}`]);
}

/** Where a workspace's log ends; before its first entry, at 0. */
export async function readHead(tx: EntityManager | DataSource, workspaceId: string): Promise<Head> {
  const [head] = await tx.query<Head[]>(
    `select workspace_id as "workspaceId", number, hash, kept_from as "keptFrom", kept_hash as "keptHash"
       from audit_head where workspace_id = $1`,
    [workspaceId],
  );
  return head ?? { workspaceId, number: '0', hash: NOTHING_BEFORE, keptFrom: '1', keptHash: NOTHING_BEFORE };
}

/** Seals a head with the current key and keeps it. */
export async function writeHead(tx: EntityManager, head: Head, key: SecretKey): Promise<void> {
  await tx.query(
    `insert into audit_head (workspace_id, number, hash, kept_from, kept_hash, seal) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id) do update
       set number = excluded.number, hash = excluded.hash, kept_from = excluded.kept_from, kept_hash = excluded.kept_hash, seal = excluded.seal`,
    [head.workspaceId, head.number, head.hash, head.keptFrom, head.keptHash, sealHead(head, key)],
  );
}

function entryAfter(head: Head, deed: Deed, at: Date): Entry {
  const { requestId = null, address = null } = currentRequest() ?? {};
  const said = {
    salt: randomBytes(16).toString('hex'),
    actor: storableActor(deed.actor),
    subject: deed.subject ? storableText(deed.subject) : null,
    detail: storableDetail(deed.detail),
    address,
  };
  const number = String(BigInt(head.number) + 1n);
  const { workspaceId, action } = deed;
  return { ...said, workspaceId, number, at, action, requestId, saidHash: saidHashOf(said), previousHash: head.hash };
}
