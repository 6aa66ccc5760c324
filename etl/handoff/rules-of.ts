import type { EntityManager } from 'typeorm';
import { BUILT_IN_RULES, completedRules, type Rules } from './rules.js';

/** The rules of the newest version of a workspace's definition; the built-in ones where nobody has decided otherwise. */
export async function rulesOf(tx: EntityManager, workspaceId: string): Promise<Rules> {
  const [row] = await tx.query<{ rules: unknown }[]>(
    `select definition -> 'rules' as rules from definition_version where workspace_id = $1 order by version desc limit 1`,
    [workspaceId],
  );
  return row ? completedRules(row.rules) : BUILT_IN_RULES;
}
