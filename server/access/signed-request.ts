import type { Request } from 'express';
import type { Workspace } from '../../etl/warehouse/index.js';

declare module 'express-session' {
  interface SessionData {
    workspaceId: string;
    /** Milliseconds since 1970. */
    signedInAt: number;
  }
}

/** A request that the guard let through: the server, not the client, knows the workspace. */
export interface SignedRequest extends Request {
  workspace: Workspace;
}
