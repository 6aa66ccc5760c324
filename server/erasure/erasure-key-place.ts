import type { SealedPlace } from '../../etl/warehouse/index.js';

/** Where the key belongs with which a workspace hashes the erased. */
export const erasureKeyPlace = (workspaceId: string): SealedPlace => [workspaceId, 'erasure'];
