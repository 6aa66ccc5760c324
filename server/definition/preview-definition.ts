import { previewChanges } from '../../etl/handoff/preview-changes.js';
import { previewRules } from '../../etl/handoff/preview-rules.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import type { AnyQuery, CountedQuestion } from '../counting/counted-question.js';
import { toSeconds } from '../handoff/column.js';
import { copyHandoffs } from '../handoff/column-copy.js';
import { arranged, wonOrder } from '../handoff/column-order.js';
import { Snapshot } from '../handoff/snapshot.js';
import { EVERYTHING } from '../handoff/visibility.js';
import { ask, type Ground, type Question } from '../kpi/question.js';
import { selectVisible } from '../kpi/select.js';
import type { Definition } from './definition.js';
import type { PreviewAnswer } from './definition.schema.js';
import { differencesOf } from './difference.js';
import { kpisSideBySide } from './side-by-side.js';
import { sameRules } from './versions.js';

/** Accounts that a preview derives; in a larger workspace so many are drawn. */
const MOST_ACCOUNTS = 3_000;

/** Handoffs that come, go or have another t0 that are named. */
const NAMED = 200;

/** A definition that nobody has decided yet, beside the one in force. */
export interface Wanted extends AnyQuery {
  wanted: Definition;
}

/** Every KPI by the definition in force and by another, over the same handoffs; where the rules differ, each over those that its rules make. */
export const previewDefinition: CountedQuestion<Wanted, PreviewAnswer> = {
  name: 'definition/preview',
  kept: false,
  slow: true,
  async answer(ground, workspace, { wanted }) {
    const question = await ask(ground, workspace, { filter: [], time: 'wall' });
    const current = question.terms.definition.definition;
    const seen = sameRules(current.rules, wanted.rules) ? null : await derived(ground, workspace, wanted);
    const old = seen ? over(question, seen.before, ground) : question;
    const now = byDefinition(seen ? over(question, seen.after, ground) : question, wanted);
    return {
      from: question.terms.definition.version,
      changes: differencesOf(current, wanted).map(({ words }) => words),
      period: question.period,
      kpis: kpisSideBySide(old, now),
      handoffs: seen && { ...seen.counts, moved: seen.moved },
      sample: seen && seen.drawn.accounts < seen.drawn.ofAccounts ? seen.drawn : null,
    };
  },
};

/** The handoffs of the same accounts by both rules. */
async function derived({ db }: Ground, { id: workspaceId }: Workspace, { rules }: Definition) {
  return previewRules(db, { workspaceId, rules, mostAccounts: MOST_ACCOUNTS }, async (within, drawn) => {
    const snapshot = async (from: string) => {
      const { columns } = await copyHandoffs(db, workspaceId, { revision: null, from, within });
      return new Snapshot(arranged(columns, wonOrder(columns)), '0');
    };
    const { counts, moved } = await previewChanges(within, workspaceId, NAMED);
    return {
      drawn,
      counts,
      moved: moved.map(({ wonBefore, wonAfter, accountName, ...rest }) => ({
        ...rest,
        account: accountName,
        wonBefore: wonBefore?.toISOString() ?? null,
        wonAfter: wonAfter?.toISOString() ?? null,
      })),
      before: await snapshot('(select h.* from handoff h join touched_account using (account_id) where h.removed_at is null) standing'),
      after: await snapshot('folded'),
    };
  });
}

/** The same question over other handoffs. */
function over(question: Question, snapshot: Snapshot, { visibility = EVERYTHING }: Ground): Question {
  const end = snapshot.firstWonFrom(toSeconds(question.asOf) + 1);
  return { ...question, snapshot, rows: selectVisible(snapshot, { filters: question.filters, visibility, end }) };
}

/** The same question by a definition that has no number yet. */
function byDefinition(question: Question, definition: Definition): Question {
  const version = question.terms.definition.version + 1;
  return { ...question, terms: { ...question.terms, definition: { version, definition, decidedAt: null } } };
}
