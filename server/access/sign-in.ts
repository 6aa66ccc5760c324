import { promisify } from 'node:util';
import type { Request } from 'express';

/** A new session id at every sign-in, so that one planted before is worth nothing. */
export async function signIn(request: Request, workspaceId: string, now: Date): Promise<void> {
  await promisify((done: (error?: unknown) => void) => request.session.regenerate(done))();
  request.session.workspaceId = workspaceId;
  request.session.signedInAt = now.getTime();
  await promisify((done: (error?: unknown) => void) => request.session.save(done))();
}
