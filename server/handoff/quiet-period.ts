import type { ClockFacts } from './clock.js';

const HOUR = 3_600_000;

/** When a clock starts and stops, as far as is known. */
export interface Span {
  startedAt: Date | null;
  stoppedAt: Date | null;
  /** When the customer left, and nobody waits any more. */
  leftAt: Date | null;
}

/**
 * The gap between contacts that says most about a handoff at a moment: the open one while it can still run out within
 * the window, else the longest there was. The first gap starts at t0; the last ends with the window, or with the customer who left.
 */
export function quietSpan(handoff: ClockFacts, { targetHours, quietDays }: { targetHours: number; quietDays: number }, at: Date): Span {
  const { wonAt } = handoff;
  if (wonAt > at) return { startedAt: null, stoppedAt: null, leftAt: null };
  const windowEnd = new Date(wonAt.getTime() + quietDays * 24 * HOUR);
  const left = handoff.churnedAt && handoff.churnedAt < windowEnd ? handoff.churnedAt : null;
  const watchedUntil = left ?? windowEnd;
  const contacts = handoff.contactAt.filter((contact) => contact > wonAt && contact <= at && contact < watchedUntil);
  const openedAt = contacts.at(-1) ?? wonAt;
  const closed = contacts.map((contact, i): Span => ({ startedAt: contacts[i - 1] ?? wonAt, stoppedAt: contact, leftAt: null }));
  if (left && left <= at) {
    const last: Span = { startedAt: openedAt, stoppedAt: null, leftAt: left };
    const most = longest([...closed, last]);
    return lengthOf(most) > targetHours * HOUR ? most : last;
  }
  if (watchedUntil <= at) return longest([...closed, { startedAt: openedAt, stoppedAt: windowEnd, leftAt: null }]);
  const open: Span = { startedAt: openedAt, stoppedAt: null, leftAt: null };
  const most = longest(closed.length ? closed : [open]);
  const canRunOut = openedAt.getTime() + targetHours * HOUR < windowEnd.getTime();
  if (!canRunOut) return most;
  const pressing = at.getTime() - openedAt.getTime() > 0.75 * targetHours * HOUR;
  return !pressing && lengthOf(most) > targetHours * HOUR ? most : open;
}

const lengthOf = ({ startedAt, stoppedAt, leftAt }: Span) => Number(stoppedAt ?? leftAt ?? startedAt) - Number(startedAt);
const longest = ([first, ...rest]: Span[]): Span =>
  rest.reduce((most, span) => (lengthOf(span) > lengthOf(most) ? span : most), first ?? { startedAt: null, stoppedAt: null, leftAt: null });
