import type { Workspace } from '../../etl/warehouse/index.js';
import { scopeQuery } from './kpi.schema.js';
import { kpisOn } from './kpis.js';
import { observed } from './observed.js';
import { ask, type Ground } from './question.js';

/**
 * Looks at all handoffs in each way in which questions of now look at them, one way at a time: the first question of a new reading would
 * do so in one go, and whoever runs this may let others go between.
 */
export async function* observedAhead(ground: Ground, workspace: Workspace): AsyncGenerator<void, void> {
  const question = await ask(ground, workspace, scopeQuery.parse({}));
  for (const kpi of kpisOn(question.terms)) {
    for (const { observe = kpi.observe } of [kpi, ...kpi.details]) {
      observed(question, observe);
      yield;
    }
  }
}
