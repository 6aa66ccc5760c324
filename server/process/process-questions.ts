import type { CountedQuestion } from '../counting/counted-question.js';
import { invalid } from '../http/problem.js';
import { listed } from '../kpi/listed.js';
import { ask, type Question, type ScopeQuery, scopeOf } from '../kpi/question.js';
import { ofOutcome, sum } from './estimate.js';
import { findIn } from './found.js';
import { PARTS } from './parts.js';
import type { ProcessAnswer, ProcessList, ProcessListQuery } from './process.schema.js';
import { recorded } from './recorded.js';
import { selectionOf } from './selected.js';
import { standingArr } from './standing-arr.js';
import { FINISHED, GONE, statePart } from './state-part.js';
import { toldMoves } from './told-moves.js';
import { toldSteps } from './told-steps.js';
import { toldViolations } from './told-violations.js';
import { toldWaiting } from './told-waiting.js';
import { variantsOf } from './variants.js';
import { walked } from './walked.js';

/** The way handoffs really go. */
export const wholeProcess: CountedQuestion<ScopeQuery, ProcessAnswer> = {
  name: 'process',
  kept: true,
  async answer(ground, workspace, query) {
    const question = await ask(ground, workspace, query);
    const arr = standingArr(question);
    const seen = walked(question, PARTS, arr);
    const isRecorded = recorded(question);
    const state = (outcome: number) => sum(ofOutcome(statePart, seen.countsOf(statePart), outcome));
    return {
      scope: plainScope(question),
      handoffs: seen.paths.length,
      steps: toldSteps(seen, { terms: question.terms, recorded: isRecorded }),
      waiting: toldWaiting(seen, arr),
      left: state(GONE),
      finished: state(FINISHED),
      ...variantsOf(question, seen),
      moves: toldMoves(seen),
      violations: toldViolations(seen, isRecorded),
    };
  },
};

/** The handoffs behind one of its counts. */
export const handoffsInProcess: CountedQuestion<ProcessListQuery, ProcessList> = {
  name: 'process/handoff',
  kept: true,
  async answer(ground, workspace, { after, limit, ...query }) {
    const selection = selectionOf(query);
    if (!selection) throw invalid([{ message: 'ask for one of step, leg, waiting, variant, move, violation or state', path: [] }]);
    const question = await ask(ground, workspace, query);
    const { label, found } = findIn(question, selection);
    return { scope: plainScope(question), label, ...(await listed(ground.db, { question, found }, { after, limit })) };
  },
};

const plainScope = (question: Question) => scopeOf(question, { by: null, interval: 'month' });
