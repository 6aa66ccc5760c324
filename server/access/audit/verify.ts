import type { DataSource, EntityManager } from 'typeorm';
import type { SecretKey } from '../../../etl/warehouse/index.js';
import { type Entry, type Head, hashOf, headHolds, NOTHING_BEFORE, saidHashOf } from './chain.js';
import { ERASING, explains } from './erase-entries.js';

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
const BEFORE_ALL = String(-(2n ** 63n));

const ENTRIES = `
  select workspace_id as "workspaceId", number, at, actor, action, subject, detail, request_id as "requestId", address,
    salt, said_hash as "saidHash", previous_hash as "previousHash", hash
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

/** As far as the log was read. */
interface Read {
  entryCount: number;
  number: string;
  hash: string;
  /** Numbers of entries whose words were taken out, and of which no later entry says so yet. */
  silenced: Set<string>;
  fault: Fault | null;
}

async function readChain(tx: EntityManager, { workspaceId, head }: { workspaceId: string; head: KeptHead | undefined }): Promise<Read> {
  const number = String(BigInt(head?.keptFrom ?? 1) - 1n);
  const read: Read = { entryCount: 0, number, hash: head?.keptHash ?? NOTHING_BEFORE, silenced: new Set(), fault: null };
  for (let after: string | null = BEFORE_ALL; after !== null; ) {
    const entries: Kept[] = await tx.query(ENTRIES, [workspaceId, after]);
    for (const entry of entries) {
      read.fault = faultOf(entry, read);
      if (read.fault) return read;
      readOn(read, entry);
    }
    after = entries.length < PAGE ? null : (entries.at(-1)?.number ?? null);
  }
  return read;
}

function readOn(read: Read, entry: Kept): void {
  read.entryCount += 1;
  read.number = entry.number;
  read.hash = entry.hash;
  if (entry.salt === null) read.silenced.add(entry.number);
  if (entry.action !== ERASING) return;
  const explained = explains(entry);
  for (const number of read.silenced) if (explained(number)) read.silenced.delete(number);
}

function faultOf(entry: Kept, before: { number: string; hash: string }): Fault | null {
  const next = BigInt(before.number) + 1n;
  const number = BigInt(entry.number);
  if (number < next) return { number: entry.number, why: 'it was put in where the log does not begin' };
  if (number > next) return { number: String(next), why: 'it is missing' };
  if (hashOf(entry) !== entry.hash || (entry.salt !== null && saidHashOf(entry) !== entry.saidHash))
    return { number: entry.number, why: 'it was changed' };
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
  if (head.hash !== read.hash) return { number: head.number, why: 'it is not the one that was written last' };
  const [silenced] = read.silenced;
  return silenced === undefined ? null : { number: silenced, why: 'what it said was taken out, and no later entry says so' };
}
