import { type Columns, eachOf, MOMENT_LISTS, MOMENTS, type Moment, type MomentList, NEVER } from '../handoff/column.js';
import { remembered } from './remembered.js';

/** With so many clocks started and not one stopped, the stop is not recorded anywhere. */
export const ENOUGH_STARTED = 30;

function least(values: Int32Array): number {
  let first = NEVER;
  for (let i = 0; i < values.length; i++) {
    const at = values[i] ?? NEVER;
    if (at < first) first = at;
  }
  return first;
}

/** When each kind of moment was first told of any handoff; NEVER for one that no source tells. */
const firstTold = remembered((columns: Columns) => ({
  moment: eachOf(MOMENTS, (name) => least(columns.moment[name])),
  list: eachOf(MOMENT_LISTS, (name) => least(columns.list[name].values)),
}));

/** When a moment had come for enough handoffs that the silence of what follows says something. */
const enoughOf = eachOf(MOMENTS, (name) =>
  remembered((columns: Columns) => columns.moment[name].filter((at) => at < NEVER).sort()[ENOUGH_STARTED - 1] ?? NEVER),
);

/** Whether any handoff of the workspace had one by `until`. What no source tells is not known, which is not none. */
export const listTold = (columns: Columns, list: MomentList, until: number): boolean => firstTold(columns).list[list] <= until;
export const momentTold = (columns: Columns, moment: Moment, until: number): boolean => firstTold(columns).moment[moment] <= until;

/** Whether clocks between two moments say anything: not after 30 have started and none has ever stopped. */
export function clockTold(columns: Columns, { starts, stops }: { starts: Moment; stops: Moment | 'contact_at' }, until: number): boolean {
  const stopped = stops === 'contact_at' ? listTold(columns, stops, until) : momentTold(columns, stops, until);
  return stopped || enoughOf[starts](columns) > until;
}
