import type { DataSource } from 'typeorm';
import { invalid } from '../http/problem.js';

/** What the syncs of one day found, for one cause. */
export interface Found {
  /** The day in the workspace's time zone. */
  on: string;
  cause: 'record' | 'mapping' | 'match' | 'verdict' | 'definition';
  definition: number | null;
  /** The restatements are those from `first` to `last`. */
  first: string;
  last: string;
  knownUntil: Date;
}

const FINDINGS = `
  select to_char(found_at at time zone $2, 'YYYY-MM-DD') as on, cause, definition_version as definition, min(revision) as first,
    max(revision) as last, max(known_until) as "knownUntil"
  from restatement
  where workspace_id = $1 and ($3::timestamptz is null or found_at <= $3)
  group by 1, 2, 3
  having $4::bigint is null or max(revision) < $4
  order by max(revision) desc
  limit $5`;

/** The latest first; those before a revision where one is said. Only what was found by `until`. */
export async function findings(
  db: DataSource,
  workspace: { id: string; timeZone: string },
  page: { until: Date | null; after: string | undefined; limit: number },
): Promise<Found[]> {
  const { until, after, limit } = page;
  if (after !== undefined && !/^\d{1,18}$/.test(after)) {
    throw invalid([{ message: 'is not the "next" of a page; begin again without it', path: ['after'] }]);
  }
  return db.query<Found[]>(FINDINGS, [workspace.id, workspace.timeZone, until, after ?? null, limit]);
}

export function causeWords({ cause, definition }: Pick<Found, 'cause' | 'definition'>): string {
  if (cause === 'definition') return `Version ${definition} of the definitions reads it otherwise`;
  if (cause === 'mapping') return 'A new mapping reads the records otherwise';
  if (cause === 'match') return 'A person placed records at another customer';
  if (cause === 'verdict') return 'A person judged episodes of repeated information';
  return 'Records of the past were corrected in the tools';
}
