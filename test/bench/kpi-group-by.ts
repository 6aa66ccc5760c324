import type { DataSource } from 'typeorm';

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

interface Shape {
  window: number;
  /** Columns the bin is made of. */
  needs: string;
  bin: string;
}

const SECOND = (column: string) => `date_trunc('second', ${column})`;
const first = (column: string) => `(select min(${SECOND('at')}) from unnest(${column}) as at where ${SECOND('at')} >= ${SECOND('won_at')})`;

/** Whole days from the won deal to the event, to what competes with it, or to the end of the data, by which of the three it is. */
function time({ reached, left, horizon, window }: { reached: string; left: string | null; horizon: number; window: number }): Shape {
  const ending = `case when reached <= $2 and (left_at is null or reached <= left_at) then 1 when left_at <= $2 then 2 else 0 end`;
  const end = `case when reached <= $2 and (left_at is null or reached <= left_at) then reached when left_at <= $2 then left_at else $2 end`;
  return {
    window,
    needs: `${reached} as reached, ${left ?? 'null::timestamptz'} as left_at`,
    bin: `(${ending}) * ${horizon + 2} + least(greatest(0, floor(extract(epoch from (${end}) - won) / 86400)), ${horizon + 1})`,
  };
}

const DAYS = `least(42, greatest(0, floor(extract(epoch from $2 - won) / 86400)))::int`;

/** The bins of each KPI as SQL says them: written apart from the code that counts in columns, to find it out when it is wrong. */
export const SHAPES: Record<string, Shape> = {
  'time-to-first-value': time({ reached: SECOND('first_value_at'), left: SECOND('churned_at'), horizon: 365, window: 90 }),
  'churn-90d': time({ reached: SECOND('churned_at'), left: null, horizon: 90, window: 90 }),
  escalations: time({ reached: first('escalation_at'), left: SECOND('churned_at'), horizon: 90, window: 90 }),
  'repeat-information': {
    window: 42,
    needs: 'repeat_at',
    bin: `${DAYS} * 21 + least(20, (
      select count(*) from unnest(repeat_at) as at
      where ${SECOND('at')} >= won and ${SECOND('at')} < won + make_interval(hours => ${DAYS} * 24)))`,
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
  return db.query<Cell[]>(
    `with asked as (
       select width_bucket(won_at, $4::timestamptz[]) as period, ${value} as value, ${SECOND('won_at')} as won, ${shape.needs}
       from handoff
       where ${['workspace_id = $1', 'removed_at is null', `${SECOND('won_at')} <= $3`, ...filters].join(' and ')}
     )
     select period, value, won <= $2::timestamptz - interval '${shape.window * 24} hours' as mature, (${shape.bin.replaceAll('$2', '$2::timestamptz')})::int as bin, count(*)::int as count
     from asked
     group by 1, 2, 3, 4`,
    parameters,
  );
}

const whole = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);
