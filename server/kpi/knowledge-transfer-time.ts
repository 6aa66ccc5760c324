import type { Kpi, Terms } from './kpi.js';
import { timeKpi } from './time-kpi.js';

export const knowledgeTransferTime = (terms: Terms): Kpi =>
  timeKpi(terms, {
    id: 'knowledge-transfer-time',
    name: 'Knowledge-transfer time',
    question: 'How long until those who take over know what sales knew?',
    definition: `until the receiving team has accepted the brief with ${sections(terms)}, over all handoffs. One accepted before the deal was won counts as hour 0, and is told apart.`,
    part: 'knowledge',
    moment: 'knowledge_transfer_at',
    clock: 'knowledge-transfer',
    step: 'hour',
    horizon: 720,
    windowDays: 14,
    reached: 'Brief accepted',
    early: 'Accepted by the time the deal was won',
  });

function sections({ definition }: Terms): string {
  const count = definition.definition.rules.brief.sections;
  return count === 6 ? 'all six sections filled' : `at least ${count} of its six sections filled`;
}
