import { z } from 'zod';
import { many } from '../ui/read-search.js';

export const PERIODS = ['3m', '6m', '12m', '24m', 'quarter', 'last-quarter', 'mature', 'custom'] as const;
export const COMPARES = ['previous', 'year', 'none'] as const;
export const TIMES = ['wall', 'working'] as const;
export const INTERVALS = ['week', 'month', 'quarter'] as const;

/** Of a time in which there were customers and computers. */
const day = z.iso.date().refine((value) => value >= '1970-01-01' && value < '2200-01-01');

/** What a question is asked with, as it stands in the URL. Relative periods stay relative; `from` and `to` make it custom. */
export const scopeShape = {
  period: z.enum(PERIODS),
  from: day,
  to: day,
  /** A day (through its end, in the workspace's zone) or an exact moment. */
  asOf: z.union([day, z.iso.datetime({ offset: true })]),
  compare: z.enum(COMPARES),
  interval: z.enum(INTERVALS),
  by: z.string().min(1).max(100),
  filter: many,
  /** 'working': hours of the working calendar only. */
  time: z.enum(TIMES),
  /** An older version of the definitions. */
  definition: z.coerce.number().int().min(1).max(1_000_000),
};

export interface ScopeSearch {
  period?: (typeof PERIODS)[number];
  from?: string;
  to?: string;
  asOf?: string;
  compare?: (typeof COMPARES)[number];
  interval?: (typeof INTERVALS)[number];
  by?: string;
  filter?: string[];
  time?: (typeof TIMES)[number];
  definition?: number;
}

/** The dimension every workspace has, so the breakdown is never empty-handed. */
export const DEFAULT_BY = 'segment';
