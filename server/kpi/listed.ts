import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Handoff } from '../../etl/warehouse/index.js';
import { invalid } from '../http/problem.js';
import type { handoffList } from './kpi.schema.js';
import type { Question } from './question.js';

type List = Omit<z.infer<typeof handoffList>, 'scope' | 'kpi'>;
type Item = List['items'][number];

/** One handoff of a list, before its names are read. */
export interface Found {
  row: number;
  outcome: string;
  /** The outcome in words. */
  label: string;
  value: number | null;
  mature: boolean;
}

export interface Page {
  after: string | undefined;
  limit: number;
}

/** A page of what was found, in its order, which must be that of the last won first. */
export async function listed(
  db: DataSource,
  { question, found }: { question: Question; found: readonly Found[] },
  page: Page,
): Promise<List> {
  const start = page.after === undefined ? 0 : positionAfter(question, found, page.after);
  const shown = found.slice(start, start + page.limit);
  const last = shown.at(-1);
  return {
    total: found.length,
    next: last && start + shown.length < found.length ? keyOf(question, last.row) : null,
    items: await named(db, question, shown),
  };
}

/** Second and id of a handoff, which say where a page ended even after handoffs came or went. */
const keyOf = ({ snapshot }: Question, row: number): string =>
  Buffer.from(JSON.stringify([snapshot.columns.moment.won_at[row], snapshot.id(row)])).toString('base64url');

function positionAfter({ snapshot }: Question, found: readonly Found[], after: string): number {
  const [won, id] = readKey(after);
  const index = found.findIndex(({ row }) => {
    const at = snapshot.columns.moment.won_at[row] ?? 0;
    return at < won || (at === won && Buffer.compare(Buffer.from(snapshot.id(row)), Buffer.from(id)) < 0);
  });
  return index < 0 ? found.length : index;
}

function readKey(after: string): [number, string] {
  try {
    const [won, id]: unknown[] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (typeof won === 'number' && typeof id === 'string') return [won, id];
  } catch {
    // Not one of ours: said below, as for one that parses to something else.
  }
  throw invalid([{ message: 'is not the "next" of a page; begin again without it', path: ['after'] }]);
}

const NAMES = `
  select id, name, account_name as "accountName", won_at as "wonAt", segment, owner_name as "ownerName", csm_name as "csmName", amount, currency
  from handoff
  where workspace_id = $1 and id = any($2)`;

type Named = Pick<Handoff, 'id' | 'name' | 'accountName' | 'wonAt' | 'segment' | 'ownerName' | 'csmName' | 'amount' | 'currency'>;

async function named(db: DataSource, question: Question, found: readonly Found[]): Promise<Item[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ row }) => question.snapshot.id(row));
  const rows = await db.query<Named[]>(NAMES, [question.workspace.id, ids]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ row, ...seen }, i) => {
    const handoff = rowOf.get(ids[i] ?? '');
    return handoff ? [{ ...itemOf(handoff), ...seen }] : [];
  });
}

function itemOf({ id, name, accountName, wonAt, segment, ownerName, csmName, amount, currency }: Named) {
  return {
    id,
    name,
    account: accountName,
    wonAt: wonAt.toISOString(),
    segment,
    owner: ownerName,
    csm: csmName,
    amount: amount === null ? null : Number(amount),
    currency,
  };
}
