import type { CountedQuestion } from '../counting/counted-question.js';
import { restatedSince } from '../handoff/restated.js';
import { ask, type Ground, type Question, scopeOf } from '../kpi/question.js';
import { askedOf } from '../kpi/restated.js';
import { causeWords, type Found, findings } from './finding.js';
import { restatedCount, restatedPeriods } from './restated-periods.js';
import type { RestatementQuery, Restatements } from './restatement.schema.js';

/** What was found to have been otherwise than it had been told: when, in which periods, from what to what, and of which handoffs. */
export const whatWasRestated: CountedQuestion<RestatementQuery, Restatements> = {
  name: 'restatement',
  kept: true,
  async answer(ground, workspace, { kpi, interval, after, limit, ...query }) {
    const question = await ask(ground, workspace, query);
    const until = query.knownAt === undefined ? null : new Date(query.knownAt);
    const page = await findings(ground.db, workspace, { until, after, limit: limit + 1 });
    const shown = page.slice(0, limit);
    const within = query.from === undefined && query.to === undefined ? null : question.period;
    const told: Restatements['findings'] = [];
    for (const found of shown) told.push(await oneFinding(ground, question, { found, kpi, interval, within }));
    const last = shown.at(-1);
    return {
      scope: scopeOf(question, { by: null, interval }),
      findings: told.filter(({ count }) => count > 0),
      next: last && page.length > limit ? last.last : null,
    };
  },
};

type Asked = Omit<Parameters<typeof restatedPeriods>[2], 'other'>;

async function oneFinding(ground: Ground, question: Question, asked: Asked): Promise<Restatements['findings'][number]> {
  const { found } = asked;
  const other = askedOf(ground, question, await restatedBy(ground, question, found));
  return {
    on: found.on,
    cause: found.cause,
    words: causeWords(found),
    definition: found.definition,
    knownUntil: found.knownUntil.toISOString(),
    count: other ? restatedCount(other) : 0,
    periods: other ? await restatedPeriods(ground, question, { ...asked, other }) : [],
  };
}

const restatedBy = ({ db }: Ground, { snapshot, workspace }: Question, { first, last }: Found) =>
  restatedSince(db, snapshot, { workspaceId: workspace.id, revision: String(BigInt(first) - 1n), upTo: last });
