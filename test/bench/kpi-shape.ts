/** The bins of one observation as SQL says them. */
export interface Shape {
  window: number;
  /** What is read of each handoff; `won` is there already. */
  needs: string;
  /** What is made of it before the bin is. */
  steps?: string;
  bin: string;
}

export const SECOND = (column: string) => `date_trunc('second', ${column})`;

const OTHERS = `from handoff as h where h.workspace_id = $1 and h.removed_at is null`;

/** Whether any handoff of the workspace had such a moment by the end of the data. */
export const toldMoment = (column: string) => `exists (select ${OTHERS} and ${SECOND(`h.${column}`)} <= $2)`;
export const toldList = (column: string) =>
  `exists (select ${OTHERS} and exists (select from unnest(h.${column}) as at where ${SECOND('at')} <= $2))`;

/** The same, or too few have started for the silence to say anything. */
export const toldClock = (told: string, starts = 'won_at') =>
  `(${told} or (select count(*) ${OTHERS} and ${SECOND(`h.${starts}`)} <= $2) < 30)`;

interface Time {
  reached: string;
  left: string | null;
  horizon: number;
  window: number;
  seconds?: number;
  /** The column, where what comes early and what nobody tells of is told apart. */
  told?: string;
}

/** Whole steps from the won deal to the event, to what competes with it, or to the end of the data, by which of the three it is. */
export function time({ reached, left, horizon, window, seconds = 86_400, told }: Time): Shape {
  const first = `reached <= $2 and (left_at is null or reached <= left_at)`;
  const ending = `case when ${first} then 1 when left_at <= $2 then 2 else 0 end`;
  const end = `case when ${first} then reached when left_at <= $2 then left_at else $2 end`;
  const last = (left ? 3 : 2) * (horizon + 2);
  const plain = `(${ending}) * ${horizon + 2} + least(greatest(0, floor(extract(epoch from (${end}) - won) / ${seconds})), ${horizon + 1})`;
  return {
    window,
    needs: `${reached} as reached, ${left ?? 'null::timestamptz'} as left_at, segment, ${told ? toldClock(toldMoment(told)) : 'true'} as told`,
    bin: told ? `case when not told then ${last + 1} when ${first} and reached <= won then ${last} else ${plain} end` : plain,
  };
}

/** How often something of a list happened in the first days, by how many of these were seen. */
export function episodes(column: string, window: number): Shape {
  const days = `least(${window}, greatest(0, floor(extract(epoch from $2 - won) / 86400)))::int`;
  return {
    window,
    needs: column,
    bin: `${days} * 21 + least(20, (
      select count(*) from unnest(${column}) as at
      where ${SECOND('at')} >= won and ${SECOND('at')} < won + make_interval(hours => ${days} * 24)))`,
  };
}
