import type { Kind } from '../running/open-load.js';

const one = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

/** What people ask while a server is soaked. */
export const SOAKED: readonly Kind[] = [
  { kind: 'overview', share: 4, path: () => `/api/kpi?by=${one(['segment', 'region', 'industry'])}` },
  { kind: 'list', share: 2, path: () => '/api/kpi/churn-90d/handoff' },
  { kind: 'session', share: 2, path: () => '/api/session' },
  { kind: 'sources', share: 1, path: () => '/api/source' },
];
