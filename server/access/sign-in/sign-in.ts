import { promisify } from 'node:util';
import type { Request } from 'express';
import type { Visibility } from '../../handoff/visibility.js';

/** What a session is opened to. */
export interface Entry {
  workspaceId: string;
  visibility: Visibility;
}

/** A new session id at every sign-in, so that one planted before is worth nothing. */
export async function signIn(request: Request, { workspaceId, visibility }: Entry, now: Date): Promise<void> {
  await promisify((done: (error?: unknown) => void) => request.session.regenerate(done))();
  request.session.workspaceId = workspaceId;
  request.session.visibility = visibility;
  request.session.signedInAt = now.getTime();
  await promisify((done: (error?: unknown) => void) => request.session.save(done))();
}
