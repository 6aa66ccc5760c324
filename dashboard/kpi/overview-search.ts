import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';
import { type ScopeSearch, scopeShape } from './scope-search.js';

/** The overview as it stands in the URL: the scope, the chosen KPI, how its trend is shown, and whose definition is open. */
export const overviewSearch = readSearch({
  ...scopeShape,
  kpi: z.string().regex(/^[a-z0-9-]{1,60}$/),
  view: z.enum(['chart', 'table']),
  how: z.string().regex(/^[a-z0-9-]{1,60}$/),
});

export interface OverviewSearch extends ScopeSearch {
  kpi?: string;
  view?: 'chart' | 'table';
  how?: string;
  ignored?: string;
}

/** The list behind a number: the scope it was asked in, and which part of it was clicked. */
export const listSearch = readSearch({
  ...scopeShape,
  kpi: z.string().regex(/^[a-z0-9-]{1,60}$/),
  view: z.enum(['chart', 'table']),
  point: z.string().regex(/^\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d$/),
  group: z.string().max(300),
  outcome: z.string().min(1).max(100),
  sort: z.string().regex(/^-?[a-zA-Z-]{1,30}$/),
});

export interface ListSearch extends ScopeSearch {
  kpi?: string;
  view?: 'chart' | 'table';
  /** A trend point, "from_to". */
  point?: string;
  /** A value of the dimension in `by`; empty: no value. */
  group?: string;
  outcome?: string;
  sort?: string;
  ignored?: string;
}

/** Changes part of the URL; undefined takes a key out. */
export type Change<S> = (patch: Partial<S>) => void;
