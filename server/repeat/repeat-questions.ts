import type { CountedQuestion } from '../counting/counted-question.js';
import { ask, type Question, type ScopeQuery, scopeOf } from '../kpi/question.js';
import { coverageOf } from './coverage.js';
import { episodesOf } from './episodes.js';
import type { RepeatAnswer, RepeatCoverage, RepeatQuery, TryAnswer, TryBody } from './repeat.schema.js';
import { countsOf, isCounted, pageAfter } from './repeat-page.js';
import { toldEpisodes } from './told-episodes.js';
import { tryRules } from './try-rules.js';

/** The episodes of the handoffs asked about. Not kept: a verdict changes them, and not always a handoff. */
export const repeatEpisodes: CountedQuestion<RepeatQuery, RepeatAnswer> = {
  name: 'repeat',
  kept: false,
  async answer(ground, workspace, { tier, verdict, handoff, after, limit, ...query }) {
    const question = await ask(ground, workspace, query);
    const { repeatDays } = question.terms.definition.definition.windows;
    const all = (await episodesOf(ground.db, question)).filter(({ handoffId }) => handoff === undefined || handoffId === handoff);
    const wanted = all
      .filter((episode) => tier === undefined || episode.tier === tier)
      .filter((episode) => verdict === undefined || (episode.verdict ?? 'none') === verdict);
    const counted = isCounted(question, repeatDays);
    const { page, next } = pageAfter(wanted, { after, limit });
    return {
      scope: plainScope(question),
      windowDays: repeatDays,
      total: wanted.length,
      counted: all.filter(counted).length,
      ...countsOf(all),
      items: await toldEpisodes(ground.db, workspace.id, { found: page, counted }),
      next,
    };
  },
};

/** In how many of the handoffs anything could have been found. */
export const repeatCovered: CountedQuestion<ScopeQuery, RepeatCoverage> = {
  name: 'repeat/coverage',
  kept: false,
  async answer(ground, workspace, query) {
    const question = await ask(ground, workspace, query);
    return { scope: plainScope(question), ...(await coverageOf(ground.db, question)) };
  },
};

/** What other rules would find. */
export const repeatTried: CountedQuestion<ScopeQuery & TryBody, TryAnswer> = {
  name: 'repeat/try',
  kept: false,
  async answer(ground, workspace, { rules, messages, ...query }) {
    return tryRules(ground.db, await ask(ground, workspace, query), { rules, messages });
  },
};

const plainScope = (question: Question) => scopeOf(question, { by: null, interval: 'month' });
