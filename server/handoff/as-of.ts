import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { invalid } from '../http/problem.js';
import { dataAsOf } from './freshness.js';
import type { Known } from './handoff.schema.js';

/** Through when an answer knows, as moments. */
export interface KnownUntil {
  asOf: Date;
  dataAsOf: Date | null;
  /** The earlier of the two; null before the first full sync. */
  observedUntil: Date | null;
}

/** The moment asked about; now when none is. Refuses the future as bad input. */
export function moment(asOf: string | undefined, now: Date): Date {
  if (asOf === undefined) return now;
  const at = new Date(asOf);
  if (at > now) {
    throw invalid([{ message: `${asOf} is in the future: ask for a moment up to ${now.toISOString()}.`, path: ['asOf'] }]);
  }
  return at;
}

/** How far the data of a workspace reaches for a question asked as of `asOf`. */
export async function knownUntil(db: DataSource, workspaceId: string, asOf: Date): Promise<KnownUntil> {
  const through = await dataAsOf(db, workspaceId);
  return { asOf, dataAsOf: through, observedUntil: through && (through < asOf ? through : asOf) };
}

/** The same as it leaves in an answer. */
export function knownShape({ asOf, dataAsOf, observedUntil }: KnownUntil, workspace: Workspace): Known {
  return {
    asOf: asOf.toISOString(),
    dataAsOf: dataAsOf?.toISOString() ?? null,
    observedUntil: observedUntil?.toISOString() ?? null,
    timeZone: workspace.timeZone,
  };
}
