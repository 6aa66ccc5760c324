import type { WorkingTime } from '../definition/working-time.js';
import { type Columns, EPOCH, NEVER } from '../handoff/column.js';
import type { Question } from '../kpi/question.js';
import { workingOf } from '../kpi/working-hours.js';
import { NO_PATH, taken } from './path.js';
import { ONBOARDING, STEPS, VALUE, WON } from './step.js';

/** How one handoff has gone through the process: filled anew for each row, so that a million rows make no garbage. Seconds since EPOCH. */
export class Walk {
  /** By position of the step; NEVER where it was not taken before the customer left or the data ends. */
  readonly at = new Int32Array(STEPS.length);
  ownerAt = NEVER;
  /** Seen until here: the end of the data, or when the customer left. */
  end = 0;
  left = false;
  /** The steps in the order in which they were taken. */
  path = NO_PATH;
  private readonly moments: readonly Int32Array[];

  private readonly columns: Columns;
  private readonly until: number;
  private readonly working: WorkingTime | null;

  constructor({ snapshot: { columns }, until, terms }: Pick<Question, 'snapshot' | 'until' | 'terms'>) {
    this.columns = columns;
    this.until = until;
    this.working = workingOf(terms);
    this.moments = STEPS.map(({ moment }) => columns.moment[moment]);
  }

  read(row: number): this {
    const { at, moments, until } = this;
    const leftAt = this.columns.moment.churned_at[row] ?? NEVER;
    this.left = leftAt <= until;
    this.end = this.left ? leftAt : until;
    at[WON] = moments[WON]?.[row] ?? NEVER;
    for (let step = WON + 1; step < at.length; step++) at[step] = this.seen(moments[step]?.[row]);
    this.ownerAt = this.seen(this.columns.moment.owner_named_at[row]);
    this.path = taken(at);
    return this;
  }

  /** On the same second a step comes before the customer leaves. */
  private seen(moment = NEVER): number {
    return moment <= this.end ? moment : NEVER;
  }

  took(step: number): boolean {
    return this.at[step] !== NEVER;
  }

  moment(step: number): number {
    return this.at[step] ?? NEVER;
  }

  /** Seconds from one moment to a later one, of the working calendar where that is how hours are counted; 0 when it is not later. */
  worked(from: number, to: number): number {
    if (to <= from) return 0;
    return this.working ? this.working.between(EPOCH + from, EPOCH + to) : to - from;
  }

  get finished(): boolean {
    return this.took(ONBOARDING) && this.took(VALUE);
  }

  /** The step furthest down the process that was taken, whatever was left out before it. */
  get furthest(): number {
    for (let step = this.at.length - 1; step > WON; step--) if (this.took(step)) return step;
    return WON;
  }
}
