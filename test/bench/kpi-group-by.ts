import type { DataSource } from 'typeorm';
import { CLOCK_SHAPES } from './kpi-clock-shape.js';
import { episodes, SECOND, type Shape, time, toldList } from './kpi-shape.js';

export interface Grouping {
  workspaceId: string;
  asOf: Date;
  /** Through when the data is known. */
  until: Date;
  filters: { dimension: string; values: (string | null)[] }[];
  by: string | null;
  /** Moments between which periods lie; a row before the first is in period 0. */
  cuts: Date[];
}

export interface Cell {
  period: number;
  value: string | null;
  mature: boolean;
  bin: number;
  count: number;
}

const first = (column: string) => `(select min(${SECOND('at')}) from unnest(${column}) as at where ${SECOND('at')} >= ${SECOND('won_at')})`;
const left = SECOND('churned_at');

/** A time of its own column, where what came early and what nobody tells of are told apart. */
const told = (column: string, rest: { horizon: number; window: number; seconds?: number }): Shape =>
  time({ reached: SECOND(column), left, told: column, ...rest });

const onboarding = told('onboarding_completed_at', { horizon: 90, window: 42 });

const tier = (name: string) => `least(20, (
  select count(*) from unnest(repeat_at, repeat_tier) as e (at, tier)
  where tier = '${name}' and ${SECOND('at')} >= won and ${SECOND('at')} < won + interval '1008 hours'))`;

const sectionsBy = (moment: string) => `(select count(*)::int from unnest(brief_section_at) as at where ${SECOND('at')} <= ${moment})`;

/** The bins of each KPI, and of each detail that looks for itself: written apart from the code that counts in columns, to find it out when it is wrong. */
export const SHAPES: Record<string, Shape> = {
  'time-to-first-value': told('first_value_at', { horizon: 365, window: 90 }),
  'churn-90d': time({ reached: left, left: null, horizon: 90, window: 90 }),
  'churn-90d/notice': time({ reached: SECOND('notice_at'), left, horizon: 90, window: 90 }),
  escalations: time({ reached: first('escalation_at'), left, horizon: 90, window: 90 }),
  'escalations/per-100': episodes('escalation_at', 90),
  'repeat-information': episodes('repeat_at', 42),
  'repeat-information/tier-reported': {
    window: 42,
    needs: 'repeat_at, repeat_tier',
    bin: `case when won + interval '1008 hours' > $2 then 9261
      else ${tier('reported')} + 21 * (${tier('asked again')} + 21 * ${tier('inferred')}) end`,
  },
  'week-one-csat': {
    window: 7,
    needs: `${SECOND('survey_asked_at')} as asked, ${SECOND('survey_answered_at')} as answered, survey_satisfied, survey_score`,
    bin: `case
      when answered < won + interval '168 hours' and answered <= $2 and survey_satisfied is not null
      then (case when survey_satisfied then 0 else 1 end) * 51 + coalesce(round(survey_score * 10), 0)
      when least(asked, answered) < won + interval '168 hours' and least(asked, answered) <= $2 then 2 * 51
      else 3 * 51 end`,
  },
  'onboarding-completion': { ...onboarding, bin: `(${onboarding.bin}) + case segment when 'enterprise' then 278 else 0 end` },
  'knowledge-transfer-time': told('knowledge_transfer_at', { horizon: 720, window: 14, seconds: 3600 }),
  'time-to-welcome': told('welcome_at', { horizon: 336, window: 7, seconds: 3600 }),
  'time-to-kickoff': told('kickoff_at', { horizon: 80, window: 28 }),
  'brief-completeness': {
    window: 0,
    needs: `brief_section_at, ${SECOND('kickoff_at')} as kickoff, ${toldList('brief_section_at')} as told`,
    bin: `case when told then ${sectionsBy('least(won, $2)')} * 8 + case when kickoff <= $2 then ${sectionsBy('kickoff')} else 7 end else 56 end`,
  },
  ownership: told('owner_named_at', { horizon: 720, window: 42, seconds: 3600 }),
  'ownership/changes': episodes('owner_change_at', 42),
  ...CLOCK_SHAPES,
};

const COLUMNS: Record<string, string> = { segment: 'segment', owner: 'owner_name', csm: 'csm_name', currency: 'currency' };

/** A dimension as an expression; names that are no column go in as parameters. */
function dimension(name: string, parameters: unknown[]): string {
  const column = COLUMNS[name];
  return column ? `nullif(${column}, '')` : `nullif(dimensions ->> $${parameters.push(name)}::text, '')`;
}

/** The counts of a KPI by period, value, maturity and bin, by one GROUP BY in Postgres. */
export async function groupBy(db: DataSource, kpi: string, asked: Grouping): Promise<Cell[]> {
  const shape = SHAPES[kpi];
  if (!shape) throw new Error(`no SQL for ${kpi}`);
  const parameters: unknown[] = [asked.workspaceId, whole(asked.until), whole(asked.asOf), asked.cuts];
  const value = asked.by === null ? 'null::text' : dimension(asked.by, parameters);
  const filters = asked.filters.map((filter) => {
    const expression = dimension(filter.dimension, parameters);
    const listed = `${expression} = any($${parameters.push(filter.values.filter((one) => one !== null))}::text[])`;
    return filter.values.includes(null) ? `(${listed} or ${expression} is null)` : listed;
  });
  const sql = `with asked as (
       select width_bucket(won_at, $4::timestamptz[]) as period, ${value} as value, ${SECOND('won_at')} as won, ${shape.needs}
       from handoff
       where ${['workspace_id = $1', 'removed_at is null', `${SECOND('won_at')} <= $3`, ...filters].join(' and ')}
     ),
     seen as (select *, ${shape.steps ?? 'true as seen'} from asked)
     select period, value, won <= $2 - interval '${shape.window * 24} hours' as mature, (${shape.bin})::int as bin, count(*)::int as count
     from seen
     group by 1, 2, 3, 4`;
  return db.query<Cell[]>(sql.replaceAll(/\$2(?!\d)/g, '$2::timestamptz'), parameters);
}

const whole = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);
