import type { Request } from 'express';
import type { Workspace } from '../../etl/warehouse/index.js';
import type { Visibility } from '../handoff/visibility.js';
import type { SignedIn } from './signed-in.js';

declare module 'express-session' {
  interface SessionData {
    workspaceId: string;
    /** Left out for one who came by a link. */
    loginId?: string;
    /** Milliseconds since 1970. */
    signedInAt: number;
    /** Left out for all. */
    visibility?: Visibility;
  }
}

/** A request that the guard let through: the server, not the client, knows the workspace and whose handoffs may be seen. */
export interface SignedRequest extends Request {
  workspace: Workspace;
  visibility: Visibility;
  signedIn: SignedIn;
}
