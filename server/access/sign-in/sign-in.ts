import { promisify } from 'node:util';
import type { Request } from 'express';
import type { SessionData } from 'express-session';
import type { Visibility } from '../../handoff/visibility.js';
import type { CameBy } from '../session/session-data.js';

/** What a session is opened to. */
export interface Entry {
  workspaceId: string;
  /** What a link narrows it to; left out for a login, whose member says it. */
  visibility?: Visibility;
  /** Left out for one who came by a link. */
  loginId?: string;
  /** Left out when it goes on as it began. */
  cameBy?: CameBy;
}

/**
 * A new session id at every sign-in and change of rights, so that one planted before is worth nothing. Whoever only changes to another
 * workspace goes on with the session that there is: it ends when it would have ended.
 */
export async function signIn(request: Request, { workspaceId, visibility, loginId, cameBy }: Entry, now: Date): Promise<void> {
  const { session } = request;
  const goesOn = cameBy === undefined && session.workspaceId !== undefined && session.loginId === loginId;
  const by = cameBy ?? (goesOn ? session.cameBy : undefined) ?? (loginId ? 'password' : 'link');
  const signedInAt = (goesOn ? session.signedInAt : undefined) ?? now.getTime();
  await begin(request, { workspaceId, visibility, loginId, cameBy: by, signedInAt });
}

/** The password was right; what follows is the second factor. */
export const awaitSecondFactor = (request: Request, loginId: string, now: Date): Promise<void> =>
  begin(request, { pending: { loginId, at: now.getTime() } });

/** A new id for the session that there is, which goes on as it was. */
export async function renewSession(request: Request): Promise<void> {
  const { cookie: _, ...kept } = request.session;
  await begin(request, kept);
}

async function begin(request: Request, data: Partial<SessionData>): Promise<void> {
  await promisify((done: (error?: unknown) => void) => request.session.regenerate(done))();
  const browser = request.headers['user-agent']?.slice(0, 300) ?? null;
  Object.assign(request.session, { ...data, address: request.ip ?? null, browser });
  await promisify((done: (error?: unknown) => void) => request.session.save(done))();
}

/** Ends the session on the server; a copy of its cookie opens nothing either. */
export const signOut = (request: Request): Promise<void> => promisify((done: (error?: unknown) => void) => request.session.destroy(done))();
