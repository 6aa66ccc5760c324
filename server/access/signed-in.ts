import type { Visibility } from '../handoff/visibility.js';
import type { Right } from './right.js';
import type { Role, Sight } from './role.js';

/** Who asks, as it was decided for this one request: rights taken away are gone with the next. */
export interface SignedIn {
  /** How: with a session of a login, with an API token, or with a link printed on the server, which has no login. */
  by: 'session' | 'token' | 'link';
  login: { id: string; email: string; name: string } | null;
  /** Of a token, its beginning that is shown. */
  token?: { id: string; prefix: string };
  role: Role;
  sight: Sight;
  /** Of the role, and of a token no more than its scopes. */
  rights: readonly Right[];
  /** Whose handoffs an answer may speak of. */
  visibility: Visibility;
  /** Asked for, and not set up: then there are no rights, and nothing is seen. */
  secondFactorMissing?: boolean;
}
