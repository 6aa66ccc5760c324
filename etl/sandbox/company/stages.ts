import { DAY } from './calendar.js';
import type { Moment, Version } from './company.js';
import { NEW_BUSINESS } from './pipelines.js';
import type { Random } from './random.js';

const OPEN = NEW_BUSINESS.stages.filter((stage) => !stage.closed).map((stage) => stage.id);

/** The way through the open stages of the sales pipeline, ending in `last` at the given moment; some steps are skipped. */
export function wayThrough(random: Random, options: { createdAt: Moment; endsAt: Moment; last: string }): Version<string>[] {
  const passed = OPEN.filter((_, index) => index === 0 || random.chance(0.8));
  const length = options.endsAt - options.createdAt;
  const way = passed.map((value, index) => ({ at: Math.floor(options.createdAt + (length * index) / passed.length), value }));
  return [...way, { at: options.endsAt, value: options.last }];
}

/** An open deal has come only so far. */
export function wayInto(random: Random, options: { createdAt: Moment; until: Moment }): Version<string>[] {
  const last = random.pick(OPEN.slice(1));
  const endsAt = Math.floor(random.between(options.createdAt, options.until));
  const way = wayThrough(random, { createdAt: options.createdAt, endsAt, last });
  return way.filter((step, index) => index === way.length - 1 || step.value !== last);
}

/** Out of the won stage after a day, and back after so many days more. */
export function reopened(wonAt: Moment, days: number): Version<string>[] {
  return [
    { at: wonAt + DAY, value: 'contractsent' },
    { at: wonAt + DAY + days * DAY, value: 'closedwon' },
  ];
}
