import { z } from 'zod';

const name = z.string().min(1).max(100);

/** What the drivers are asked of, beside the scope in the URL: which KPI moved, and whose work is compared. */
export const driverShape = { kpi: z.string().regex(/^[a-z0-9-]{1,60}$/), who: name };

/** Which side of a factor is listed. */
export const sideShape = { place: z.enum(['yes', 'no']), of: z.enum(['churn', 'value']) };

export interface DriverSearch {
  kpi?: string;
  /** The dimension whose values are the groups that a move is taken apart into. */
  by?: string;
  compare?: 'previous' | 'year' | 'none';
  /** The dimension whose values are held against the whole. */
  who?: string;
}

export interface SideSearch {
  place?: 'yes' | 'no';
  of?: 'churn' | 'value';
}

/** A question about handoffs as the API wants it. */
export interface AskedQuery {
  from: string;
  to: string;
  asOf?: string;
  filter: string[];
  time: 'wall' | 'working';
  definition?: number;
}

export type Change = (patch: DriverSearch) => void;

/** The KPI that is looked at first, the dimension it is taken apart by, and whose work is compared. */
export const FIRST = { kpi: 'churn-90d', by: 'segment', who: 'owner' };
