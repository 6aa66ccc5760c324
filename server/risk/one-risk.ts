import type { Workspace } from '../../etl/warehouse/index.js';
import { knownShape } from '../handoff/as-of.js';
import { toDate, toSeconds } from '../handoff/column.js';
import { ask, type Ground, type Question } from '../kpi/question.js';
import { riskOf } from './item.js';
import { measuredBy } from './measured.js';
import { modelSoon } from './model/models.js';
import { named } from './named.js';
import { isOpen } from './open.js';
import { readBy } from './read-by.js';
import { isListed, reasonsOf } from './reason.js';
import { knownEvents } from './record-behind.js';
import type { OneRiskAnswer, OneRiskQuery } from './risk.schema.js';
import { dimensionOf } from './risk-counts.js';
import { watch } from './seen.js';
import { amountOf } from './standing.js';

/** What is wrong with one handoff and how likely its churn is; null when there is no such handoff among those one may see. */
export async function oneRisk(
  { db, ...ground }: Ground,
  workspace: Workspace,
  { handoffId, ...query }: OneRiskQuery & { handoffId: string },
): Promise<OneRiskAnswer | null> {
  const question = await ask({ db, ...ground }, workspace, { ...query, filter: [] });
  const { snapshot, until, read } = question;
  const handoff = (await named(db, workspace.id, [handoffId])).get(handoffId);
  const row = handoff ? rowOf(question, handoffId, handoff.wonAt) : null;
  if (!handoff || row === null) return null;
  const open = read && isOpen(snapshot, row, until);
  const [model, events] = await Promise.all([
    open ? modelSoon(snapshot, question) : null,
    knownEvents(db, workspace.id, { handoffIds: [handoffId], at: toDate(until + 1) }),
  ]);
  const seen = watch(snapshot, row, readBy(question.terms))(until);
  const measured = measuredBy(snapshot, until);
  const amount = amountOf(snapshot, row, handoff.amount === null ? null : Number(handoff.amount));
  return {
    known: knownShape({ ...question, observedUntil: read ? toDate(until) : null }, workspace),
    handoffId,
    open,
    listed: open && isListed(reasonsOf(seen, measured)),
    amountAtRisk: amount.amount,
    amountKind: amount.amountKind,
    currency: dimensionOf(snapshot, 'currency', row),
    risk: open ? riskOf({ seen, measured, model, events: events.get(handoffId) ?? [], amount }) : null,
  };
}

/** Null when it is not among those asked about. */
function rowOf({ snapshot, rows }: Question, id: string, wonAt: Date): number | null {
  const [from, to] = [snapshot.firstWonFrom(toSeconds(wonAt)), snapshot.firstWonFrom(toSeconds(wonAt) + 1)];
  return rows.find((row) => row >= from && row < to && snapshot.id(row) === id) ?? null;
}
