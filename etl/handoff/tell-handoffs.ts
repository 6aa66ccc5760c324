import type { EntityManager } from 'typeorm';
import { countEscalationsOnce } from './escalations.js';
import { findFirstValue } from './first-value.js';
import { foldHandoffs } from './fold-handoffs.js';
import { gatherFacts } from './gather-facts.js';
import { collectHappenings } from './happenings.js';
import { completeByTasks, welcomeByMessage } from './implied-events.js';
import { namePeople } from './name-people.js';
import { placeHappenings } from './place-happenings.js';
import { findRepeatEpisodes } from './repeat/find-episodes.js';
import type { Rules } from './rules.js';
import { findWonDeals } from './won-deals.js';
import { describeAccounts } from './write-accounts.js';

/** Tells the handoffs of the touched accounts by these rules, in scratch tables alone: `folded` has their rows, `timeline` what happened. */
export async function tellHandoffs(tx: EntityManager, workspaceId: string, rules: Rules): Promise<void> {
  await gatherFacts(tx, workspaceId);
  await describeAccounts(tx, workspaceId);
  await findWonDeals(tx, workspaceId, rules.wonStages);
  await collectHappenings(tx, workspaceId, rules);
  await placeHappenings(tx);
  await welcomeByMessage(tx);
  await completeByTasks(tx);
  await findFirstValue(tx, workspaceId, rules.firstValue);
  await countEscalationsOnce(tx);
  await findRepeatEpisodes(tx, workspaceId, rules.repeat);
  await namePeople(tx, workspaceId);
  await foldHandoffs(tx, workspaceId, rules.brief);
}
