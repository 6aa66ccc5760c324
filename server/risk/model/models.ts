import { setTimeout } from 'node:timers/promises';
import { DAY_SECONDS } from '../../handoff/column.js';
import { lineOf } from '../../handoff/line.js';
import type { Snapshot } from '../../handoff/snapshot.js';
import type { Terms } from '../../kpi/kpi.js';
import { readBy } from '../read-by.js';
import type { Model } from './learn.js';
import { learnAside } from './learn-aside.js';
import { type Past, pastOf } from './past.js';

/** A model, and what it was learnt from but the looks themselves. */
export type KnownModel = Model & Pick<Past, 'churnDays' | 'through' | 'mature' | 'noticed'> & { tookMs: number };

/** Days and terms of which a model is kept, for each line of snapshots. */
const MOST_KEPT = 6;

const kept = new WeakMap<object, Map<string, Promise<KnownModel>>>();

/** The model of a workspace as of the day of `until`, learnt once for each line of snapshots, day and terms: what syncs bring within minutes teaches nothing more of the days before. */
export function modelOf(snapshot: Snapshot, { terms, until }: { terms: Terms; until: number }): Promise<KnownModel> {
  const line = lineOf(snapshot);
  const models = kept.get(line) ?? new Map<string, Promise<KnownModel>>();
  kept.set(line, models);
  const { decidedAt, version } = terms.definition;
  const key = [Math.floor(until / DAY_SECONDS), version, decidedAt?.getTime(), terms.time, terms.timeZone].join(' ');
  const known = models.get(key) ?? learnt(snapshot, { terms, until });
  models.delete(key);
  models.set(key, known);
  known.catch(() => models.delete(key));
  const [oldest] = models.keys();
  if (models.size > MOST_KEPT && oldest !== undefined) models.delete(oldest);
  return known;
}

/** How long a list waits for a model that is still being learnt. */
const PATIENCE_MS = 8000;

/** The model if it is at hand soon enough, else null: then it is still being learnt, or could not be. */
export async function modelSoon(snapshot: Snapshot, moment: { terms: Terms; until: number }): Promise<KnownModel | null> {
  const waited = new AbortController();
  const model = modelOf(snapshot, moment).catch(() => null);
  const late = setTimeout(PATIENCE_MS, null, { signal: waited.signal, ref: false }).catch(() => null);
  return Promise.race([model, late]).finally(() => waited.abort());
}

async function learnt(snapshot: Snapshot, { terms, until }: { terms: Terms; until: number }): Promise<KnownModel> {
  const began = performance.now();
  const past = await pastOf(snapshot, { until, by: readBy(terms) });
  const { churnDays, through, mature, noticed } = past;
  const model = await learnAside(past);
  return { ...model, churnDays, through, mature, noticed, tookMs: Math.round(performance.now() - began) };
}
