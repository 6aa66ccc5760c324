import type { EntityManager } from 'typeorm';

/** Nothing of a workspace is deleted while it is held, not even what an import had brought. */
export class WorkspaceHeld extends Error {
  constructor(
    readonly workspaceName: string,
    readonly reason: string,
  ) {
    super(`Nothing of the workspace "${workspaceName}" may be deleted while it is held: ${reason}. End the hold first.`);
    this.name = 'WorkspaceHeld';
  }
}

/** Throws WorkspaceHeld; until the transaction ends the workspace does not become held either. */
export async function assertFree(tx: EntityManager, workspaceId: string): Promise<void> {
  const [held] = await tx.query<{ name: string; reason: string | null }[]>(
    'select name, hold_reason as reason from workspace where id = $1 for share',
    [workspaceId],
  );
  if (held && held.reason !== null) throw new WorkspaceHeld(held.name, held.reason);
}
