import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CounterBeside } from '../../server/counting/counter-beside.js';
import { EVERYTHING } from '../../server/handoff/visibility.js';
import { Clock } from '../../server/http/clock.js';
import { silentLog } from '../../server/http/log.js';
import { kpiQuery } from '../../server/kpi/kpi.schema.js';
import { allKpis } from '../../server/kpi/kpi-questions.js';
import { NOW } from './now.js';
import { median, timed } from './timing.js';

/** Each counted, none kept: the first loads all columns in the thread beside this one. */
const QUERIES = [
  {},
  { by: 'industry' },
  { by: 'csm' },
  { by: 'region', filter: ['segment:enterprise'] },
  { interval: 'week' },
  { asOf: '2026-01-01T00:00:00Z' },
];

/** The longest that this thread was held up while questions were answered in the thread beside it. */
export async function measureLoop({ options }: DataSource, workspace: Workspace): Promise<void> {
  const databaseUrl = 'url' in options && options.url ? options.url : '';
  const counter = new CounterBeside({ databaseUrl, clock: new Clock(() => NOW), log: silentLog(), freshWithin: 0 });
  const ask = (query: object) => counter.ask(allKpis, { workspace, query: kpiQuery.parse(query), visibility: EVERYTHING });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [first = Number.NaN, ...others] = await inSequence(QUERIES.map((query) => () => ask(query)));
  const kept = await timed(() => ask({}));
  delay.disable();
  await counter.close();
  console.log(
    `through the counting thread: first question ${first.toFixed(0)} ms with its columns, others ${median(others).toFixed(0)} ms, a kept answer ${kept.toFixed(1)} ms; ` +
      `this thread was held up for at most ${(delay.max / 1e6).toFixed(1)} ms`,
  );
}

async function inSequence(works: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[] = [];
  for (const work of works) times.push(await timed(work));
  return times;
}
