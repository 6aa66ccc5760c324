import type { EntityManager } from 'typeorm';
import type { StreamKey } from './cursor.js';
import { type FactLines, factTables } from './fact-table.js';

/** Ids by table of what is stored of the page's own facts, whichever record they were read from, and of what its records said `before`. */
export async function storedFacts(
  tx: EntityManager,
  { workspaceId, sourceId, stream }: StreamKey,
  { lines, before }: { lines: FactLines; before: string[] },
): Promise<Map<string, Set<string>>> {
  const parameters: unknown[] = [workspaceId, sourceId];
  const questions = [...lines].map(([{ name }, byId]) => {
    parameters.push([...byId.keys()]);
    return `select '${name}' as name, external_id from ${name}
      where workspace_id = $1 and source_id = $2 and external_id = any($${parameters.length}::text[])`;
  });
  if (before.length > 0) {
    const [streamAt, beforeAt] = [parameters.push(stream), parameters.push(before)];
    for (const { name } of factTables(tx))
      questions.push(`select '${name}' as name, external_id from ${name}
        where workspace_id = $1 and source_id = $2 and stream = $${streamAt} and record_id = any($${beforeAt}::text[])`);
  }
  const stored = new Map<string, Set<string>>();
  if (questions.length === 0) return stored;
  const rows: { name: string; external_id: string }[] = await tx.query(questions.join('\nunion all\n'), parameters);
  for (const { name, external_id } of rows) {
    const ids = stored.get(name);
    if (ids) ids.add(external_id);
    else stored.set(name, new Set([external_id]));
  }
  return stored;
}
