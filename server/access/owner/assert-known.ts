import type { EntityManager } from 'typeorm';
import { invalid } from '../../http/problem.js';
import { ownerNames } from './owner-names.js';

/** Throws BadRequestException that names those whom neither a source nor an earlier link knows: a slip of the pen would show nothing. */
export async function assertKnown(tx: Pick<EntityManager, 'query'>, workspaceId: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const known = new Set(await ownerNames(tx, workspaceId));
  const unknown = names.filter((name) => !known.has(name)).slice(0, 3);
  if (unknown.length === 0) return;
  const some = unknown.map((name) => JSON.stringify(name)).join(', ');
  throw invalid([{ path: ['owners'], message: `No source knows ${some}. GET /api/owner lists the names` }]);
}
