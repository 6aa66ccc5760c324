import type { Login, Workspace } from '../../../etl/warehouse/index.js';
import type { Entrance } from '../../http/entrance.js';
import type { CameBy } from '../session/session-data.js';

/** Who asks that everybody has a second factor; 'nobody' leaves it to each. */
export const SECOND_FACTOR_ASKED = ['nobody', 'workspace', 'installation'] as const;
export type SecondFactorAsked = (typeof SECOND_FACTOR_ASKED)[number];

type Asking = Pick<Entrance, 'secondFactorRequired' | 'passwords'>;

export function secondFactorAsked({ secondFactorRequired }: Workspace, entrance: Pick<Asking, 'secondFactorRequired'>): SecondFactorAsked {
  if (entrance.secondFactorRequired) return 'installation';
  return secondFactorRequired ? 'workspace' : 'nobody';
}

interface Coming {
  workspace: Workspace;
  entrance: Asking;
  /** Of a session; null for an API token. */
  cameBy: CameBy | null;
}

/**
 * Whether a login must set up a second factor before the workspace opens. Of a session from a provider the provider's word is taken.
 * A token is held to it as long as its owner could sign in with a password alone.
 */
export function lacksSecondFactor(
  { passwordHash, totpConfirmedAt }: Pick<Login, 'passwordHash' | 'totpConfirmedAt'>,
  { workspace, entrance, cameBy }: Coming,
): boolean {
  if (secondFactorAsked(workspace, entrance) === 'nobody' || totpConfirmedAt !== null || passwordHash === null) return false;
  return cameBy === null ? entrance.passwords : cameBy !== 'provider';
}
