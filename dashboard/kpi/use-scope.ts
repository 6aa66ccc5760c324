import { useMemo } from 'react';
import { useSession } from '../api/use-session.js';
import { asOfMoment, type Period, periodOf, type Standpoint } from './period.js';
import type { ScopeSearch } from './scope-search.js';

interface AskedQuery {
  from?: string;
  to?: string;
  asOf?: string;
  filter: string[];
  time: 'wall' | 'working';
  definition?: number;
}

export interface AskedScope {
  period: Period;
  at: Standpoint;
  /** As the API wants it. */
  query: AskedQuery & Period;
}

/** The scope of a URL as the API is asked for it; null until the workspace's zone is known. */
export function useScope(search: ScopeSearch): AskedScope | null {
  const session = useSession();
  const workspace = session.data?.workspace;
  return useMemo(() => (workspace ? scopeOf(search, { ...workspace, now: new Date() }) : null), [search, workspace]);
}

/** While the scope is not known nothing is asked; the types still want a query. */
export const queryOf = (scope: AskedScope | null): AskedQuery => scope?.query ?? { filter: [], time: 'wall' };

export function scopeOf(search: ScopeSearch, at: Standpoint): AskedScope {
  const period = periodOf(search, at);
  const asOf = asOfMoment(search.asOf, at)?.toISOString();
  const filter = [...(search.filter ?? [])].sort();
  const { time = 'wall', definition } = search;
  return { period, at, query: { ...period, ...(asOf && { asOf }), filter, time, ...(definition && { definition }) } };
}
