import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Snapshots } from '../../server/handoff/snapshots.js';
import { allAnswers } from '../../server/kpi/answer.js';
import { dictionaryOf } from '../../server/kpi/breakdown.js';
import type { Counted } from '../../server/kpi/count.js';
import { kpiQuery } from '../../server/kpi/kpi.schema.js';
import { cut } from '../../server/kpi/period.js';
import { ask, type Ground, rangeOf } from '../../server/kpi/question.js';
import { type Asked, countByColumns, countingsOf } from './kpi-counts.js';
import { type DuckFacts, duckFacts } from './kpi-duckdb.js';
import { countByDuck, PLANS, type Plan } from './kpi-duckdb-counts.js';
import { countByPostgres, inPostgres } from './kpi-postgres.js';
import { assertSame } from './kpi-same.js';
import { NOW } from './now.js';
import { inTurn, timed } from './timing.js';

/** Twelve whole months, and the 24 of the trend. */
const PERIOD = { from: '2025-07-01', to: '2026-07-01' };

const QUESTIONS: { name: string; by: string; headline: boolean; filter: string[] }[] = [
  { name: 'no filter', by: 'industry', headline: false, filter: [] },
  { name: 'two filters', by: 'industry', headline: false, filter: ['segment:enterprise', 'region:EMEA', 'region:APAC'] },
  { name: 'one CSM', by: 'industry', headline: false, filter: ['csm:CSM 7'] },
  { name: 'five headlines', by: 'industry', headline: true, filter: [] },
  { name: 'by 150 CSMs', by: 'csm', headline: false, filter: [] },
];

const TREND_FROM = '2024-07-01';

const ROUNDS = { rounds: 21, warmUp: 5 };

export interface Ratios {
  /** Ours to DuckDB, counting alone. */
  unfiltered: number;
  /** Nanoseconds. */
  perRow: { counting: number; whole: number };
}

/** Each question by our columns, by DuckDB and by Postgres: first the same counts, then in turn. */
export async function measureQuestions(db: DataSource, workspace: Workspace): Promise<Ratios> {
  const ground: Ground = { db, snapshots: new Snapshots(db), now: NOW };
  const whole = await askedOf(ground, workspace, { by: 'industry', headline: false, filter: [] });
  const facts = await duckFacts(whole.question, whole.months, whole.countings);
  const observations = new Set(whole.countings.map(({ observe }) => observe)).size;
  console.log(
    `${whole.countings.length} countings of ${observations} observations, whose bins of now take ${2 * observations} bytes a handoff`,
  );
  try {
    let ratios: Ratios | null = null;
    for (const one of QUESTIONS) {
      const measured = await measureOne({ ground, workspace, facts }, one);
      ratios ??= measured;
    }
    if (!ratios) throw new Error('no question was asked');
    return ratios;
  } finally {
    facts.close();
  }
}

async function askedOf(
  ground: Ground,
  workspace: Workspace,
  { by, headline, filter }: Omit<(typeof QUESTIONS)[number], 'name'>,
): Promise<Asked> {
  const question = await ask(ground, workspace, kpiQuery.parse({ ...PERIOD, filter }));
  const months = cut({ from: TREND_FROM, to: PERIOD.to }, 'month', question.calendar);
  const dictionary = dictionaryOf(question, by, rangeOf(question, question.period));
  return { question, months, by: { name: by, dictionary }, countings: countingsOf(question, { headline }) };
}

interface On {
  ground: Ground;
  workspace: Workspace;
  facts: DuckFacts;
}

async function measureOne({ ground, workspace, facts }: On, one: (typeof QUESTIONS)[number]): Promise<Ratios> {
  const asked = await askedOf(ground, workspace, one);
  const ours = countByColumns(asked);
  const plan = await bestPlan(facts, asked);
  assertSame('DuckDB', asked.countings, { ours, theirs: await countByDuck(facts, asked, plan) });
  const postgres = one.by === 'csm' ? null : await byPostgres(ground.db, asked, ours);
  const query = kpiQuery.parse({ ...PERIOD, trendFrom: TREND_FROM, by: one.by, filter: one.filter });
  const works = [() => countByColumns(asked), () => countByDuck(facts, asked, plan), () => allAnswers(ground, workspace, query)];
  const [columns = 0, duck = 0, answered = 0] = await inTurn(works, ROUNDS);
  return told(one, { asked, columns, duck, answered, postgres, plan });
}

/** Once: it takes minutes, and its answer is another witness that the counts are right. */
function byPostgres(db: DataSource, asked: Asked, ours: Counted[]): Promise<number> {
  return timed(async () => assertSame('Postgres', asked.countings, { ours, theirs: await countByPostgres(db, asked) }));
}

/** The one DuckDB is fastest with. */
async function bestPlan(facts: DuckFacts, asked: Asked): Promise<Plan> {
  const times = await inTurn(
    PLANS.map((plan) => () => countByDuck(facts, asked, plan)),
    { rounds: 3, warmUp: 2 },
  );
  return PLANS[times.indexOf(Math.min(...times))] ?? PLANS[0];
}

interface Measured {
  asked: Asked;
  columns: number;
  duck: number;
  answered: number;
  /** Null where it was not asked. */
  postgres: number | null;
  plan: Plan;
}

function told({ name, headline }: (typeof QUESTIONS)[number], { asked, columns, duck, answered, postgres, plan }: Measured): Ratios {
  const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 1)} ms`;
  // Counts are counts: the statistics cost the same whoever counted.
  const statistics = answered - columns;
  const written = asked.countings.filter(inPostgres).length;
  console.log(
    `${name}: counting ${ms(columns)}, DuckDB ${ms(duck)} (${plan}), ratio ${(columns / duck).toFixed(3)}` +
      (postgres === null ? '' : `; Postgres GROUP BY ${ms(postgres)} for ${written} of ${asked.countings.length}`),
  );
  if (!headline)
    console.log(`  with statistics ${ms(answered)}, DuckDB ${ms(duck + statistics)}, ratio ${(answered / (duck + statistics)).toFixed(3)}`);
  const perRow = (time: number) => (time * 1e6) / asked.question.snapshot.count;
  return { unfiltered: columns / duck, perRow: { counting: perRow(columns), whole: perRow(answered) } };
}
