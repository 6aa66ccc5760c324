import type { Right } from './right.js';
import type { Sight } from './role.js';

/** What an API token says of itself. What it opens is decided per request, from this and from what its owner may do then. */
export interface Bearer {
  token: { id: string; prefix: string };
  workspaceId: string;
  loginId: string;
  /** No more than these, whatever its owner may do. */
  scopes: readonly Right[];
  /** The narrower of this and of its owner's holds. */
  sight: Sight;
}

/** Knows API tokens. */
export abstract class Bearers {
  /** Of what stands behind "Bearer " in the Authorization header; null when it is wrong, revoked or expired. */
  abstract find(token: string): Promise<Bearer | null>;
}
