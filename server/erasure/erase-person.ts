import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  addressPlaceholder,
  changedByHand,
  type ErasedKind,
  erasedHash,
  erasureKeyPlace,
  namesakeWords,
  placeholder,
  recordWords,
  type SecretKey,
  seal,
  unseal,
  withoutWords,
} from '../../etl/warehouse/index.js';
import { assertNotHeld } from './hold.js';
import { foundIn, type Replacement, replaceIn, textTables, type Wanted } from './replace-words.js';

export interface PersonWanted {
  workspaceId: string;
  email: string;
  secretKey: SecretKey;
  now: Date;
}

/** Rows by table, as they are or would be changed or deleted. */
export interface ErasedRows {
  people: number;
  /** Records of what they wrote or answered. */
  said: number;
  rows: Record<string, number>;
}

type Meant = Pick<PersonWanted, 'workspaceId' | 'email'>;

interface RecordKey {
  sourceId: string;
  stream: string;
  recordId: string;
}

interface PersonRow extends RecordKey {
  externalId: string;
  name: string | null;
  internal: boolean;
}

/** What is known of one address. */
interface Found {
  people: PersonRow[];
  said: RecordKey[];
  names: Name[];
}

interface Name {
  words: string;
  /** Addresses of others of that name. */
  namesakes: string[];
}

/** What of somebody is in the facts of a workspace. */
export async function previewErasure(tx: EntityManager, { workspaceId, email }: PersonWanted): Promise<ErasedRows> {
  const { people, said, names } = await find(tx, workspaceId, email);
  const wanted: Wanted[] = [{ words: email }, ...names.map((name) => nameOf(name, email))];
  const rows: Record<string, number> = {};
  for (const table of await textTables(tx)) {
    const count = await foundIn(tx, table, { workspaceId, wanted });
    if (count > 0) rows[table.name] = count;
  }
  return { people: people.length, said: said.length, rows };
}

/**
 * Takes somebody out of the facts of a workspace: a customer's person with their records is deleted, what they said is emptied, and
 * elsewhere a placeholder stands for them, so that the handoffs that one of ours owned are still counted as one person's. What bears the
 * address of a namesake keeps the name. A later sync does not bring them back. Throws Held. To be derived and read anew: the revision of the workspace is raised.
 */
export async function erasePerson(tx: EntityManager, wanted: PersonWanted): Promise<ErasedRows> {
  const { workspaceId, email, now } = wanted;
  // Two at once would each hold the workspace as not held, and wait for the other to raise its revision.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`erase a person of ${workspaceId}`]);
  await assertNotHeld(tx, [workspaceId]);
  const found = await find(tx, workspaceId, email);
  const key = await keyOf(tx, wanted);
  const remember = (kind: ErasedKind, words: string) =>
    tx.query('insert into erased_person (workspace_id, kind, hash, erased_at) values ($1, $2, $3, $4) on conflict do nothing', [
      ...[workspaceId, kind, erasedHash(key, kind, words), now],
    ]);
  await remember('address', email);
  for (const { words, namesakes } of found.names) {
    await remember('name', words);
    for (const address of namesakes) await remember('namesake', namesakeWords(address, words));
  }
  for (const { sourceId, stream, recordId } of found.people) await remember('person', recordWords(sourceId, stream, recordId));
  for (const { sourceId, stream, recordId } of found.said) await remember('said', recordWords(sourceId, stream, recordId));
  for (const said of found.said) await emptySaid(tx, workspaceId, said);
  for (const person of found.people) await (person.internal ? hidePerson : removePerson)(tx, workspaceId, person);
  await forgetMailsTo(tx, workspaceId, email);
  // Names first: whose they are is told by the address beside them.
  const replacements: Replacement[] = [
    ...found.names.map((name) => ({ ...nameOf(name, email), by: placeholder(erasedHash(key, 'name', name.words)) })),
    { words: email, by: addressPlaceholder(erasedHash(key, 'address', email)) },
  ];
  const rows: Record<string, number> = {};
  for (const table of await textTables(tx)) {
    const count = await replaceIn(tx, table, { workspaceId, replacements });
    if (count > 0) rows[table.name] = count;
  }
  const erased = { people: found.people.length, said: found.said.length, rows };
  if (foundNothing(erased)) return erased;
  await tx.query('update workspace set revision = revision + 1 where id = $1', [workspaceId]);
  await changedByHand(tx, workspaceId);
  await tx.query('update handoff set revision = w.revision from workspace w where w.id = $1 and workspace_id = $1', [workspaceId]);
  return erased;
}

/** They are remembered as erased all the same. */
export const foundNothing = ({ people, said, rows }: ErasedRows): boolean => people + said === 0 && Object.keys(rows).length === 0;

async function find(tx: EntityManager, workspaceId: string, email: string): Promise<Found> {
  const people = await tx.query<PersonRow[]>(
    `select source_id as "sourceId", stream, record_id as "recordId", external_id as "externalId", name, internal
     from person where workspace_id = $1 and lower(email) = lower($2)`,
    [workspaceId, email],
  );
  const said = await tx.query<RecordKey[]>(
    `with them as (select source_id, external_id from person where workspace_id = $1 and lower(email) = lower($2) and not internal),
     said as (
       select m.source_id, m.stream, m.record_id from message m join them t on t.source_id = m.source_id and t.external_id = m.author_external_id where m.workspace_id = $1
       union select k.source_id, k.stream, k.record_id from ticket k join them t on t.source_id = k.source_id and t.external_id = k.requester_external_id where k.workspace_id = $1
       union select s.source_id, s.stream, s.record_id from survey_response s join them t on t.source_id = s.source_id and t.external_id = s.person_external_id where s.workspace_id = $1
       union select e.source_id, e.stream, e.record_id from event e join them t on t.source_id = e.source_id and t.external_id = e.person_external_id where e.workspace_id = $1)
     select source_id as "sourceId", stream, record_id as "recordId" from said`,
    [workspaceId, email],
  );
  // A first name alone is many people's.
  const words = [...new Set(people.flatMap(({ name }) => (name && /\S\s+\S/.test(name) ? [name.trim()] : [])))];
  return { people, said, names: await withNamesakes(tx, words, { workspaceId, email }) };
}

/** Who has no address is taken for the same person in another tool. */
async function withNamesakes(tx: EntityManager, words: string[], { workspaceId, email }: Meant): Promise<Name[]> {
  const rows = await tx.query<{ name: string; address: string }[]>(
    `select distinct lower(trim(name)) as name, lower(email) as address from person
     where workspace_id = $1 and lower(trim(name)) = any($2) and lower(email) <> lower($3)`,
    [workspaceId, words.map((one) => one.toLowerCase()), email],
  );
  return words.map((one) => ({
    words: one,
    namesakes: rows.flatMap(({ name, address }) => (name === one.toLowerCase() ? [address] : [])),
  }));
}

const nameOf = ({ words, namesakes }: Name, meant: string): Wanted => ({ words, namesakes: { addresses: namesakes, meant } });

async function keyOf(tx: EntityManager, { workspaceId, secretKey }: PersonWanted): Promise<Buffer> {
  const place = erasureKeyPlace(workspaceId);
  await tx.query('insert into erasure_key (workspace_id, sealed) values ($1, $2) on conflict do nothing', [
    ...[workspaceId, seal(randomBytes(32).toString('hex'), secretKey, place)],
  ]);
  const [row] = await tx.query<{ sealed: Buffer }[]>('select sealed from erasure_key where workspace_id = $1 for update', [workspaceId]);
  if (!row) throw new Error('The key of the erased was not kept.');
  return Buffer.from(String(unseal(row.sealed, secretKey, place)), 'hex');
}

const EMPTIED: readonly [table: string, columns: readonly string[]][] = [
  ['message', ['body']],
  ['ticket', ['subject']],
  ['survey_response', ['comment']],
  ['event', ['title']],
  ['handoff_event', ['title', 'evidence']],
  ['episode_verdict', ['title', 'evidence']],
];

async function emptySaid(tx: EntityManager, workspaceId: string, { sourceId, stream, recordId }: RecordKey): Promise<void> {
  const at = [workspaceId, sourceId, stream, recordId];
  for (const [table, columns] of EMPTIED) {
    const emptied = columns.map((column) => `${column} = null`).join(', ');
    await tx.query(`update ${table} set ${emptied} where workspace_id = $1 and source_id = $2 and stream = $3 and record_id = $4`, at);
  }
  const of = 'where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = $4';
  const [record] = await tx.query<{ payload: unknown }[]>(`select payload from record ${of}`, at);
  if (record) await tx.query(`update record set payload = $5 ${of}`, [...at, JSON.stringify(withoutWords(record.payload))]);
  await forgetCopies(tx, at);
}

/** Copies from before an import, and states that were refused. */
async function forgetCopies(tx: EntityManager, at: string[]): Promise<void> {
  await tx.query('delete from rejected_record where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = $4', at);
  await tx.query(
    `delete from kept_row where workspace_id = $1 and source_id = $2 and (stream = $3 and external_id = $4
      or was ->> 'stream' = $3 and was ->> 'record_id' = $4)`,
    at,
  );
}

async function removePerson(tx: EntityManager, workspaceId: string, person: PersonRow): Promise<void> {
  const { sourceId, stream, recordId, externalId } = person;
  await tx.query('delete from person where workspace_id = $1 and source_id = $2 and external_id = $3', [workspaceId, sourceId, externalId]);
  const at = [workspaceId, sourceId, stream, recordId];
  await tx.query('delete from record where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = $4', at);
  await forgetCopies(tx, at);
}

/** One of ours stays, so that what they own is still one person's; the words are replaced with all others. */
async function hidePerson(tx: EntityManager, workspaceId: string, person: PersonRow): Promise<void> {
  const { sourceId, stream, recordId } = person;
  const at = [workspaceId, sourceId, stream, recordId];
  await tx.query('update person set email_domain = null where workspace_id = $1 and source_id = $2 and external_id = $3', [
    ...[workspaceId, sourceId, person.externalId],
  ]);
  await tx.query(
    `update record set payload = jsonb_build_object('erased', true) where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = $4`,
    at,
  );
  await forgetCopies(tx, at);
}

async function forgetMailsTo(tx: EntityManager, workspaceId: string, email: string): Promise<void> {
  await tx.query('delete from report_delivery where workspace_id = $1 and lower(recipient) = lower($2)', [workspaceId, email]);
  await tx.query(
    `update report set recipients = array(select one from unnest(recipients) as one where lower(one) <> lower($2)) where workspace_id = $1`,
    [workspaceId, email],
  );
}
