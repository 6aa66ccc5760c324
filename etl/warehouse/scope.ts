import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Whose rows statements may touch, which Postgres holds whatever a statement forgets: those of one workspace; at the door,
 * where a workspace is not known yet, only what signs people in (see `DOOR_TABLES`); and none before either was said.
 */
export type Scope = { kind: 'workspace'; workspaceId: string } | { kind: 'door' } | { kind: 'none' };

const scopes = new AsyncLocalStorage<{ scope: Scope }>();

/** Runs `work` with the rows of one workspace and no others. */
export const within = <T>(workspaceId: string, work: () => T): T => scopes.run({ scope: { kind: 'workspace', workspaceId } }, work);

/** Runs `work` with what signs people in, of all workspaces, and no fact of any. */
export const atTheDoor = <T>(work: () => T): T => scopes.run({ scope: { kind: 'door' } }, work);

/** Runs `work`, a request, that will say by `enter` which workspace it is about. */
export const undecided = <T>(work: () => T): T => scopes.run({ scope: { kind: 'none' } }, work);

/** Says it, for the rest of the `undecided` work. Throws outside of one. */
export function enter(workspaceId: string): void {
  const held = scopes.getStore();
  if (!held) throw new Error('A workspace can be entered only in a request.');
  held.scope = { kind: 'workspace', workspaceId };
}

/** What has been said; 'none' outside of all three. */
export const currentScope = (): Scope => scopes.getStore()?.scope ?? { kind: 'none' };
