import { NotFoundException } from '@nestjs/common';
import type { CountedQuestion } from '../counting/counted-question.js';
import { atRisk } from './at-risk.js';
import type { ModelAnswer } from './model/model.schema.js';
import { modelAnswered } from './model/model-answer.js';
import { oneRisk } from './one-risk.js';
import type { OneRiskAnswer, OneRiskQuery, RiskAnswer, RiskQuery } from './risk.schema.js';

/** Slow, for the first of them learns the model. */
export const accountsAtRisk: CountedQuestion<RiskQuery, RiskAnswer> = {
  name: 'risk',
  kept: false,
  ahead: true,
  slow: true,
  answer: atRisk,
};

export const riskOfHandoff: CountedQuestion<OneRiskQuery & { handoffId: string }, OneRiskAnswer> = {
  name: 'risk/one',
  kept: false,
  slow: true,
  async answer(ground, workspace, query) {
    const answer = await oneRisk(ground, workspace, query);
    if (!answer)
      throw new NotFoundException(`No handoff ${query.handoffId} at that moment. Its deal may be excluded, deleted or not won yet.`);
    return answer;
  },
};

export const riskModel: CountedQuestion<OneRiskQuery, ModelAnswer> = { name: 'risk/model', kept: false, slow: true, answer: modelAnswered };
