import type { DataSource, EntityManager } from 'typeorm';
import type { SecretKey } from '../../../etl/warehouse/index.js';
import { type Entry, type Head, hashOf, headHolds } from './chain.js';

/** What a check of one workspace's log found. */
export interface Verdict {
  workspaceId: string;
  /** Entries that were read. */
  entryCount: number;
  /** Number of the last entry, and its hash: kept elsewhere, they show later whether the log is the same still. */
  number: string;
  hash: string;
  /** Null: each entry is as it was written, and none is missing. */
  fault: Fault | null;
}

export interface Fault {
  /** Of the first entry that is not as it was written, or is not there. */
  number: string;
  why: string;
}

type Kept = Entry & { hash: string };
type KeptHead = Head & { seal: string };

const PAGE = 1_000;

const ENTRIES = `
  select workspace_id as "workspaceId", number, at, actor, action, subject, detail, request_id as "requestId", address,
    previous_hash as "previousHash", hash
  from audit_entry where workspace_id = $1 and number > $2 order by number limit ${PAGE}`;

/** Reads the whole log of a workspace, at one moment, and says where it is not as it was written. */
export function verifyAudit(db: DataSource, workspaceId: string, key: SecretKey): Promise<Verdict> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    const [head] = await tx.query<KeptHead[]>(
      `select workspace_id as "workspaceId", number, hash, kept_from as "keptFrom", kept_hash as "keptHash", seal
         from audit_head where workspace_id = $1`,
      [workspaceId],
    );
    const read = await readChain(tx, { workspaceId, head });
    const { entryCount, number, hash } = read;
    return { workspaceId, entryCount, number, hash, fault: read.fault ?? faultOfHead(head, { read, key }) };
  });
}

interface Read {
  entryCount: number;
  number: string;
  hash: string;
  fault: Fault | null;
}

async function readChain(tx: EntityManager, { workspaceId, head }: { workspaceId: string; head: KeptHead | undefined }): Promise<Read> {
  let [entryCount, number, hash] = [0, String(BigInt(head?.keptFrom ?? 1) - 1n), head?.keptHash ?? '0'.repeat(64)];
  let after: string | null = null;
  for (;;) {
    const entries: Kept[] = await tx.query(ENTRIES, [workspaceId, after ?? String(-(2n ** 63n))]);
    for (const entry of entries) {
      const fault = faultOf(entry, { number, hash });
      if (fault) return { entryCount, number, hash, fault };
      [entryCount, number, hash] = [entryCount + 1, entry.number, entry.hash];
    }
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return { entryCount, number, hash, fault: null };
    after = last.number;
  }
}

function faultOf(entry: Kept, before: { number: string; hash: string }): Fault | null {
  const next = BigInt(before.number) + 1n;
  const number = BigInt(entry.number);
  if (number < next) return { number: entry.number, why: 'it was put in where the log does not begin' };
  if (number > next) return { number: String(next), why: 'it is missing' };
  if (hashOf(entry) !== entry.hash) return { number: entry.number, why: 'it was changed' };
  if (entry.previousHash !== before.hash) return { number: entry.number, why: 'it does not follow on the one before it' };
  return null;
}

/** The end can be told only by what was kept of it apart. */
function faultOfHead(head: KeptHead | undefined, { read, key }: { read: Read; key: SecretKey }): Fault | null {
  const next = String(BigInt(read.number) + 1n);
  if (!head) return read.entryCount === 0 ? null : { number: next, why: 'what was kept of the end of the log is missing' };
  const holds = headHolds(head, key);
  if (holds === 'unknown key') return { number: next, why: 'the end of the log was sealed with a key that is not known here' };
  if (!holds) return { number: next, why: 'the end of the log is not as it was sealed' };
  if (BigInt(head.number) > BigInt(read.number)) return { number: next, why: `it is missing, as is all up to ${head.number}` };
  if (BigInt(head.number) < BigInt(read.number)) return { number: String(BigInt(head.number) + 1n), why: 'it was put in after the end' };
  return head.hash === read.hash ? null : { number: head.number, why: 'it is not the one that was written last' };
}
