import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { currentDefinition } from '../definition/definition-of.js';
import { knownShape, knownUntil } from '../handoff/as-of.js';
import type { Clock } from '../handoff/clock.js';
import { clockShape, nextToBreak } from '../handoff/clock-reading.js';
import { measuredClocks } from './measured-clocks.js';
import { LOOKED_AT_DAYS, type OpenHandoff, olderOpenCount, openHandoffs, wonSince } from './open-handoffs.js';
import { recordBehind, type StartEvent, startEvents } from './record-behind.js';
import type { RiskAnswer, RiskItem, RiskQuery } from './risk.schema.js';
import { amountsByCurrency, csmCounts, hasCsm } from './risk-counts.js';
import { filterBy } from './risk-filter.js';
import { byAmount, type Risk, riskOf } from './risk-of.js';
import { cursorOf, pageAfter } from './risk-page.js';

export type RiskQuestion = Omit<RiskQuery, 'asOf'> & { asOf: Date };

/** Open handoffs with a clock that has run out or nearly has, most money first, and the rule by which they were looked at. */
export async function atRisk(db: DataSource, workspace: Workspace, question: RiskQuestion): Promise<RiskAnswer> {
  const known = await knownUntil(db, workspace.id, question.asOf);
  const at = known.observedUntil;
  const looked = at ? await lookAt(db, workspace.id, { at, filter: question.filter }) : NOTHING_READ;
  const asked = looked.risks.filter(({ handoff }) => question.csm === undefined || hasCsm(handoff, question.csm)).sort(byAmount);
  const { page, more } = pageAfter(asked, question);
  const events = at ? await startEvents(db, workspace.id, { handoffIds: page.map(({ handoff }) => handoff.id), at }) : new Map();
  const last = page.at(-1);
  return {
    known: knownShape(known, workspace),
    sample: workspace.sample,
    currency: workspace.currency,
    considered: considered(looked, at),
    total: asked.length,
    accounts: new Set(asked.map(({ handoff }) => handoff.accountId)).size,
    amounts: amountsByCurrency(asked),
    withoutAmount: asked.filter(({ amount }) => amount === null).length,
    csms: csmCounts(looked.risks),
    items: page.map((risk) => itemOf(risk, events.get(risk.handoff.id) ?? [])),
    next: more && last ? cursorOf(last) : null,
  };
}

interface Looked {
  open: OpenHandoff[];
  risks: Risk[];
  olderCount: number;
  unmeasured: Clock[];
}

const NOTHING_READ: Looked = { open: [], risks: [], olderCount: 0, unmeasured: [] };

async function lookAt(db: DataSource, workspaceId: string, { at, filter }: { at: Date; filter: string[] }): Promise<Looked> {
  const [all, olderCount, { measured, unmeasured }] = await Promise.all([
    openHandoffs(db, workspaceId, at),
    olderOpenCount(db, workspaceId, at),
    measuredClocks(db, workspaceId, at),
  ]);
  const open = filterBy(all, filter);
  const { definition } = await currentDefinition(db, workspaceId);
  const risks = open.map((handoff) => riskOf(handoff, { at, definition, measured })).filter((risk) => risk !== null);
  return { open, risks, olderCount, unmeasured };
}

function considered({ open, olderCount, unmeasured }: Looked, at: Date | null): RiskAnswer['considered'] {
  const names = unmeasured.map(({ name }) => name);
  const words = at
    ? [
        `Handoffs won in the last ${LOOKED_AT_DAYS} days whose onboarding or first value is still to come`,
        olderCount ? `; ${olderCount} older open ${olderCount === 1 ? 'one is' : 'ones are'} not looked at` : '',
        names.length ? `. Not measured, because no source records it: ${names.join(', ')}` : '',
        '.',
      ].join('')
    : 'Nothing can be said yet: no source has been read through once.';
  return { openCount: open.length, wonSince: at && wonSince(at).toISOString(), olderCount, unmeasured: names, words };
}

function itemOf({ handoff, clocks, reasons, amount, amountKind }: Risk, events: readonly StartEvent[]): RiskItem {
  const next = nextToBreak(clocks);
  return {
    handoffId: handoff.id,
    handoffName: handoff.name,
    accountId: handoff.accountId,
    accountName: handoff.accountName,
    segment: handoff.segment,
    wonAt: handoff.wonAt.toISOString(),
    owner: handoff.ownerName,
    csm: handoff.csmName,
    amountAtRisk: amount,
    amountKind,
    currency: handoff.currency,
    reasons: reasons.map((reason) => {
      const clock = clockShape(reason);
      return { clock, words: clock.words, ...recordBehind(reason, events) };
    }),
    next: next && clockShape(next),
  };
}
