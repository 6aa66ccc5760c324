import type { ClockId } from '../definition/clock-id.js';
import { type ReadClock, readClocks } from '../handoff/clock-reading.js';
import type { Reading } from '../handoff/clock-state.js';
import { amountOf } from '../handoff/one-handoff.js';
import type { OpenHandoff } from './open-handoffs.js';

/** An open handoff with at least one clock that counts on and has run out, or nearly. */
export interface Risk {
  handoff: OpenHandoff;
  clocks: ReadClock[];
  /** Breached before at risk, then the longest target first: what matters most to the customer leads. */
  reasons: ReadClock[];
  /** ARR where known, else the amount of the deal; null when neither is. */
  amount: number | null;
  amountKind: 'arr' | 'amount' | null;
}

/** What is wrong with an open handoff at a moment; null when nothing is. Only clocks of which something is known speak. */
export function riskOf(handoff: OpenHandoff, { measured, ...reading }: Reading & { measured: ReadonlySet<ClockId> }): Risk | null {
  const clocks = readClocks(handoff, reading).filter(({ clock }) => measured.has(clock.id));
  const reasons = clocks.filter(isReason).sort(byWeight);
  if (!reasons.length) return null;
  const kind = handoff.arr !== null ? 'arr' : handoff.amount !== null ? 'amount' : null;
  return { handoff, clocks, reasons, amount: amountOf(kind && handoff[kind]), amountKind: kind };
}

/** Most money first, unknown amounts last; ties by handoff id. */
export function byAmount(a: Pick<Risk, 'amount' | 'handoff'>, b: Pick<Risk, 'amount' | 'handoff'>): number {
  if (a.amount !== b.amount) return a.amount === null ? 1 : b.amount === null ? -1 : b.amount - a.amount;
  return a.handoff.id < b.handoff.id ? -1 : a.handoff.id > b.handoff.id ? 1 : 0;
}

const isReason = ({ state }: ReadClock) => state.running && (state.state === 'breached' || state.state === 'at risk');

function byWeight(a: ReadClock, b: ReadClock): number {
  const breached = (clock: ReadClock) => Number(clock.state.state === 'breached');
  return breached(b) - breached(a) || b.targetHours - a.targetHours;
}
