import type { Moment } from './company.js';
import { type Random, randomFor } from './random.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** How far back the story of the company goes. */
export const STORY_DAYS = 730;

/** Moments at which deals are won in the two years before `until`, oldest first, with the seasons of a business that lives by quarters. */
export function wonMoments(options: { seed: number; until: Moment; count: number }): Moment[] {
  const random = randomFor(options.seed, 'calendar');
  const moments: Moment[] = [];
  while (moments.length < options.count) {
    const daysAgo = random.between(0, STORY_DAYS);
    const day = Math.floor((options.until - daysAgo * DAY) / DAY) * DAY;
    const busy = busyness(day) * (1.2 - (0.4 * daysAgo) / STORY_DAYS);
    const at = day + hourOfDay(day, random) * HOUR;
    if (random.chance(busy / 2.5) && at <= options.until - HOUR) moments.push(Math.floor(at));
  }
  return moments.sort((a, b) => a - b);
}

/** Relative to an ordinary working day: quarter-ends bring twice as much, August half, weekends next to nothing. */
function busyness(day: Moment): number {
  const date = new Date(day);
  if (date.getUTCDay() % 6 === 0) return 0.03;
  const quarterEnd = date.getUTCMonth() % 3 === 2 && date.getUTCDate() > 15;
  const august = date.getUTCMonth() === 7;
  return quarterEnd ? 1.9 : august ? 0.5 : 1;
}

/** Fridays have a long evening; what is not won then is won before five in the afternoon, anywhere in Europe. */
function hourOfDay(day: Moment, random: Random): number {
  const friday = new Date(day).getUTCDay() === 5;
  if (friday && random.chance(0.45)) return random.between(17, 21);
  return random.between(7.5, friday ? 13.9 : 16.9);
}

export function fridayEvening(at: Moment): boolean {
  const date = new Date(at);
  return date.getUTCDay() === 5 && date.getUTCHours() >= 17;
}

/** Nine in the morning of the next Monday. */
export function mondayAfter(at: Moment): Moment {
  const days = (8 - new Date(at).getUTCDay()) % 7 || 7;
  return Math.floor(at / DAY) * DAY + days * DAY + 9 * HOUR;
}

/** The latest whole month whose handoffs have all had 90 days and a little more by `until`. */
export function lastMatureMonth(until: Moment): { from: Moment; to: Moment } {
  const end = new Date(until - 97 * DAY);
  const [year, month] = [end.getUTCFullYear(), end.getUTCMonth()];
  return { from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month, 1) };
}
