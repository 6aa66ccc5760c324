import type { Workspace } from '../../etl/warehouse/index.js';
import { knownShape } from '../handoff/as-of.js';
import { toDate } from '../handoff/column.js';
import { ask, type Ground, type Question } from '../kpi/question.js';
import { positionOf } from '../kpi/selection.js';
import { considered } from './considered.js';
import { itemOf } from './item.js';
import type { Listed } from './listed.js';
import { basisWords } from './model/model-words.js';
import { named } from './named.js';
import { isOpen, wonSince } from './open.js';
import { type Order, orderOf, pageOf } from './order.js';
import { readBy } from './read-by.js';
import { knownEvents } from './record-behind.js';
import type { RiskAnswer, RiskItem, RiskQuery } from './risk.schema.js';
import { amountsByCurrency, csmCounts, dimensionOf } from './risk-counts.js';
import { watch } from './seen.js';
import { type Standing, standingOf } from './standing.js';

/** Open handoffs that something is wrong with, the most expected loss first where a chance can be said, else the most money. */
export async function atRisk(ground: Ground, workspace: Workspace, query: RiskQuery): Promise<RiskAnswer> {
  const question = await ask(ground, workspace, query);
  const standing = question.read ? await standingOf(ground.db, workspace.id, question) : NOTHING_READ;
  const order = orderOf(query.after, orderAsked(query, standing));
  const { has, openCount, olderCount } = openOf(question, standing);
  const all = standing.listed(order).filter(({ row }) => has(row));
  const asked = query.csm === undefined ? all : all.filter(({ row }) => (dimensionOf(question.snapshot, 'csm', row) ?? '') === query.csm);
  const { page, next } = pageOf(asked, question.snapshot, { ...query, order });
  return {
    known: knownShape({ ...question, observedUntil: question.read ? toDate(question.until) : null }, workspace),
    sample: workspace.sample,
    currency: workspace.currency,
    considered: considered(question, standing, { openCount, olderCount }),
    basis: {
      kind: standing.model?.verdict === 'holds' ? 'history' : 'rules',
      pending: question.read && standing.model === null,
      words: basisWords(standing.model),
    },
    order,
    total: asked.length,
    accounts: new Set(asked.map(({ accountId, row }) => accountId ?? row)).size,
    amounts: amountsByCurrency(question.snapshot, asked),
    withoutAmount: asked.filter(({ amount }) => amount === null).length,
    csms: csmCounts(question.snapshot, all),
    items: await itemsOf(ground, { question, standing }, page),
    next,
  };
}

const NOTHING_READ: Standing = { measured: new Set(), model: null, open: [], listed: () => [] };

/** Without chances there is nothing to order by but money. */
function orderAsked({ sort }: RiskQuery, { model }: Standing): Order {
  return model?.verdict === 'holds' ? (sort ?? 'loss') : 'amount';
}

interface Open {
  /** Whether an open handoff is among those asked about. */
  has(row: number): boolean;
  openCount: number;
  /** How many more are open but were won too long ago. */
  olderCount: number;
}

function openOf(question: Question, { open }: Standing): Open {
  const { snapshot, rows, until, read } = question;
  const first = read ? positionOf(question, wonSince(until)) : rows.length;
  const asked = new Set(rows.subarray(first));
  let olderCount = 0;
  if (read) for (let i = 0; i < first; i++) olderCount += Number(isOpen(snapshot, rows[i] ?? 0, until));
  return { has: (row) => asked.has(row), openCount: open.filter((row) => asked.has(row)).length, olderCount };
}

async function itemsOf(
  { db }: Ground,
  { question, standing }: { question: Question; standing: Standing },
  page: readonly Listed[],
): Promise<RiskItem[]> {
  const { snapshot, workspace, until } = question;
  const handoffIds = page.map(({ row }) => snapshot.id(row));
  const [names, events] = await Promise.all([
    named(db, workspace.id, handoffIds),
    knownEvents(db, workspace.id, { handoffIds, at: toDate(until + 1) }),
  ]);
  const by = readBy(question.terms);
  return page.flatMap((listed, i) => {
    const id = handoffIds[i] ?? '';
    const handoff = names.get(id);
    if (!handoff) return [];
    const seen = watch(snapshot, listed.row, by)(until);
    return [itemOf(handoff, { ...standing, seen, events: events.get(id) ?? [], amount: listed })];
  });
}
