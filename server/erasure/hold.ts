import { ConflictException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Nothing of a workspace may be deleted while it is held. */
export class Held extends ConflictException {
  constructor(name: string, reason: string) {
    super(`Nothing of the workspace "${name}" may be deleted while it is held: ${reason}. End the hold first.`);
  }
}

/** Throws Held when any of them is. Until the transaction ends none of them becomes held either. */
export async function assertNotHeld(tx: Pick<EntityManager, 'query'>, workspaceIds: readonly string[]): Promise<void> {
  const rows = await tx.query<{ name: string; reason: string | null }[]>(
    `select name, hold_reason as reason from workspace where id = any($1) order by id for share`,
    [workspaceIds],
  );
  const held = rows.find(({ reason }) => reason !== null);
  if (held) throw new Held(held.name, held.reason ?? '');
}
