import type { DataSource } from 'typeorm';
import type { Exercise, Rehearsal } from '../../etl/sandbox/stand-in/exercise.js';
import type { Source, Stream } from '../../etl/source/source.js';
import { openSource } from '../../etl/sync/open-source.js';
import { type RunOptions, type RunOutcome, runSync } from '../../etl/sync/run.js';
import { tableHashes } from '../../etl/sync/table-hash.js';
import { type StreamRun } from '../../etl/warehouse/index.js';
import { addWorkspace, connectSource, testKey } from '../connected-source.js';

const MINUTE = 60_000;
const START = Date.parse('2026-06-01T00:00:00Z');
export const SOURCE_ID = 'drilled';
/** A run that takes longer than this hangs. */
const MOST_MILLISECONDS = 90_000;

/** The time of one life: it stands still until it is moved on. */
export class DrillClock {
  private at = START;

  readonly now = () => new Date(this.at);

  /** More than the lag of any vendor's index or export. */
  later(minutes = 60): void {
    this.at += minutes * MINUTE;
  }
}

/** A source connected to a workspace of its own. */
export interface Life {
  db: DataSource;
  workspaceId: string;
  exercise: Exercise;
  rehearsal: Rehearsal;
  clock: DrillClock;
  sync(more?: Partial<RunOptions>): Promise<RunOutcome>;
}

export interface Begun {
  records: number;
  strict?: boolean;
}

/** Plays the vendor with so many records, an hour before the first sync. */
export async function rehearse(
  exercise: Exercise,
  { records, strict = false }: Begun,
): Promise<{ rehearsal: Rehearsal; clock: DrillClock }> {
  const clock = new DrillClock();
  const rehearsal = await exercise.start({ records, strict, now: clock.now });
  clock.later();
  return { rehearsal, clock };
}

/** Connects a played vendor to a new workspace. */
export async function connect(db: DataSource, exercise: Exercise, played: { rehearsal: Rehearsal; clock: DrillClock }): Promise<Life> {
  const { rehearsal, clock } = played;
  const workspaceId = await addWorkspace(db, { createdAt: clock.now() });
  const { settings, credentials } = rehearsal;
  await connectSource(db, { workspaceId, id: SOURCE_ID, kind: exercise.kind, settings, credentials, createdAt: clock.now() });
  const sync = (more: Partial<RunOptions> = {}) =>
    runSync(db, {
      workspaceId,
      sourceId: SOURCE_ID,
      trigger: 'hand',
      secretKey: testKey,
      now: clock.now,
      signal: AbortSignal.timeout(MOST_MILLISECONDS),
      ...more,
    });
  return { db, workspaceId, exercise, rehearsal, clock, sync };
}

/** Plays a vendor, connects it, and ends it when the drill on it is over. */
export async function living<Result>(
  db: DataSource,
  exercise: Exercise,
  { begun, drill }: { begun: Begun; drill: (life: Life) => Promise<Result> },
): Promise<Result> {
  const played = await rehearse(exercise, begun);
  try {
    return await drill(await connect(db, exercise, played));
  } finally {
    await played.rehearsal.close();
  }
}

/** Equal for equal rows, at whatever port the vendor was played. */
export const hashesOf = ({ db, workspaceId, rehearsal }: Life, { payloads = true } = {}): Promise<Record<string, string>> =>
  tableHashes(db, workspaceId, { address: rehearsal.http?.url, payloads });

/** External ids of the stored, standing records of the driven stream, in order. */
export async function storedIds({ db, workspaceId, exercise }: Life): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `select external_id as id from record where workspace_id = $1 and stream = $2 and deleted_at is null`,
    [workspaceId, exercise.stream],
  );
  return rows.map(({ id }) => id).sort();
}

/** How many records of all streams are kept as rejected, with one of the reasons. */
export async function rejections({ db, workspaceId }: Life): Promise<{ count: number; reason: string | null }> {
  const [row]: { count: number; reason: string | null }[] = await db.query(
    `select count(*)::int as count, min(reason) as reason from rejected_record where workspace_id = $1 and resolved_at is null`,
    [workspaceId],
  );
  return row ?? { count: 0, reason: null };
}

/** The driven stream in a run. Throws when the run never came to it. */
export function drivenRun({ streams, error }: RunOutcome, { stream }: Exercise): StreamRun {
  const found = streams.find((run) => run.stream === stream);
  if (!found) throw new Error(`the run never came to ${stream}: ${error}`);
  return found;
}

/** The source as it is read, with nothing behind it. */
export async function openedSource({ exercise, rehearsal, clock }: Pick<Life, 'exercise' | 'rehearsal' | 'clock'>): Promise<Source> {
  const row = { id: SOURCE_ID, kind: exercise.kind, settings: rehearsal.settings };
  const source = openSource(row, rehearsal.credentials, { now: clock.now, keepCredentials: async () => {} });
  await source.close?.();
  return source;
}

/** The driven stream as the source declares it. */
export async function drivenStream(life: Life): Promise<Stream> {
  const found = (await openedSource(life)).streams.find(({ name }) => name === life.exercise.stream);
  if (!found) throw new Error(`${life.exercise.kind} has no stream ${life.exercise.stream}`);
  return found;
}
