import { clockShape, nextToBreak } from '../handoff/clock-reading.js';
import { chanceShape } from './chance.js';
import type { Listed } from './listed.js';
import { INPUT_NAMES, type Input } from './measured.js';
import type { KnownModel } from './model/models.js';
import type { Named } from './named.js';
import { reasonsOf } from './reason.js';
import { type KnownEvent, recordBehind } from './record-behind.js';
import type { RiskItem, RiskOfOne, RiskReason } from './risk.schema.js';
import type { Seen } from './seen.js';
import { weigh } from './weigh.js';

export interface Known {
  seen: Seen;
  measured: ReadonlySet<Input>;
  model: KnownModel | null;
  events: readonly KnownEvent[];
  amount: Pick<Listed, 'amount' | 'amountKind'>;
}

/** A line of the list. */
export function itemOf(handoff: Named, known: Known): RiskItem {
  return {
    handoffId: handoff.id,
    handoffName: handoff.name,
    accountId: handoff.accountId,
    accountName: handoff.accountName,
    segment: handoff.segment,
    wonAt: handoff.wonAt.toISOString(),
    owner: handoff.ownerName,
    csm: handoff.csmName,
    amountAtRisk: known.amount.amount,
    amountKind: known.amount.amountKind,
    currency: handoff.currency,
    ...riskOf(known),
  };
}

/** What is wrong, how likely churn is, what it may cost, what breaks next and what is not known. */
export function riskOf({ seen, measured, model, events, amount: { amount } }: Known): RiskOfOne {
  const chance = chanceShape(model, seen);
  const { value, low, high } = chance;
  const next = nextToBreak(seen.clocks.filter(({ clock }) => measured.has(clock.id)));
  return {
    reasons: weigh(reasonsOf(seen, measured), model, seen).map(({ kind, words, clock, odds, ...reason }): RiskReason => {
      const shape = clock && clockShape(clock);
      return { kind, words: shape?.words ?? words, clock: shape, odds, ...recordBehind({ kind, words, clock, ...reason }, events) };
    }),
    chance,
    expectedLoss:
      amount === null || value === null ? null : { value: amount * value, low: amount * (low ?? 0), high: amount * (high ?? 1) },
    coverage: coverageOf(seen, measured),
    next: next && clockShape(next),
  };
}

/** Which inputs are known of a handoff. What is not says nothing, good or bad. */
function coverageOf({ answer }: Seen, measured: ReadonlySet<Input>): RiskOfOne['coverage'] {
  const inputs = Object.keys(INPUT_NAMES) as Input[];
  const unknown = inputs.filter((input) => !measured.has(input) || (input === 'surveys' && answer === null));
  return { known: inputs.length - unknown.length, of: inputs.length, unknown: unknown.map((input) => INPUT_NAMES[input]) };
}
