import { Injectable, Optional, UnauthorizedException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { atTheDoor, Workspace, within } from '../../etl/warehouse/index.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { Bearers } from './bearer.js';
import { lacksSecondFactor } from './login/second-factor-required.js';
import { readClaimed } from './read-claimed.js';
import { RIGHTS, RIGHTS_OF, type Right } from './right.js';
import { readRole, readSight, type Sight } from './role.js';
import { narrower, seenBy } from './seen-by.js';
import type { CameBy } from './session/session-data.js';
import { SESSION_DAYS } from './session/session-limits.js';
import { readVisibility } from './session/session-visibility.js';
import type { SignedIn } from './signed-in.js';
import type { SignedRequest } from './signed-request.js';

/** One who asks, and of which workspace. */
export interface Found {
  workspace: Workspace;
  signedIn: SignedIn;
}

interface Claimed {
  workspaceId: string;
  loginId: string;
  by: 'session' | 'token';
  /** How the session began; null for a token. */
  cameBy: CameBy | null;
  /** Of a token. */
  limits?: { token: { id: string; prefix: string }; scopes: readonly Right[]; sight: Sight };
}

const HOW = 'Sign in, or open a sign-in link; `npm run baton -- link` prints one.';
const DAY = 86_400_000;
const NO_SECOND_FACTOR =
  'A second factor is asked for here, and the owner of this token has none. It opens again once they have set one up.';

/** Finds out who asks, from what stands in the database at this moment. */
@Injectable()
export class Who {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    @Optional() private readonly bearers?: Bearers,
  ) {}

  /** Throws UnauthorizedException when nobody does who may come in. */
  async asks(request: SignedRequest): Promise<Found> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(authorization);
    const { workspaceId, signedInAt, loginId, visibility, cameBy = 'password' } = request.session ?? {};
    if (!workspaceId || !signedInAt) throw new UnauthorizedException(`Nobody is signed in. ${HOW}`);
    const age = this.clock.now().getTime() - signedInAt;
    if (age > SESSION_DAYS * DAY) throw new UnauthorizedException(`This session is older than ${SESSION_DAYS} days. ${HOW}`);
    if (loginId) return this.member({ workspaceId, loginId, by: 'session', cameBy });
    const workspace = await this.workspaceOf(workspaceId);
    const seen = readVisibility(visibility);
    return { workspace, signedIn: { by: 'link', login: null, role: 'admin', sight: 'all', rights: RIGHTS, visibility: seen } };
  }

  private async byToken(authorization: string): Promise<Found> {
    const [, token] = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(authorization) ?? [];
    const bearer = token ? await atTheDoor(async () => this.bearers?.find(token)) : null;
    if (!bearer)
      throw new UnauthorizedException('This token opens nothing: it is wrong, has expired or was revoked. Make a new one in Baton.');
    const { workspaceId, loginId, ...limits } = bearer;
    return this.member({ workspaceId, loginId, by: 'token', cameBy: null, limits });
  }

  private async member({ workspaceId, loginId, by, cameBy, limits }: Claimed): Promise<Found> {
    const claimed = await atTheDoor(() => readClaimed(this.db, { workspaceId, loginId }));
    if (!claimed) throw gone();
    const { workspace, login, member } = claimed;
    if (!login || login.disabledAt) throw new UnauthorizedException('This login was disabled. Ask whoever runs Baton.');
    if (!member) throw new UnauthorizedException('You are no member of this workspace any more. Ask whoever runs Baton.');
    const role = readRole(member.role);
    const own = readSight(member.visibility);
    const sight = limits ? narrower(own, limits.sight) : own;
    const { id, email, name } = login;
    if (lacksSecondFactor(login, { workspace, entrance: this.installation.entrance, cameBy })) {
      if (by === 'token') throw new UnauthorizedException(NO_SECOND_FACTOR);
      const nothing = { rights: [], visibility: { kind: 'people' as const, names: [] }, secondFactorMissing: true };
      return { workspace, signedIn: { by, login: { id, email, name }, role, sight, ...nothing } };
    }
    const rights = limits ? RIGHTS_OF[role].filter((right) => limits.scopes.includes(right)) : RIGHTS_OF[role];
    const visibility = await within(workspaceId, () => seenBy(this.db, { workspaceId, loginId, sight, teamId: member.teamId }));
    const token = limits && { token: limits.token };
    return { workspace, signedIn: { by, login: { id, email, name }, ...token, role, sight, rights, visibility } };
  }

  private async workspaceOf(id: string): Promise<Workspace> {
    const workspace = await atTheDoor(() => this.db.getRepository(Workspace).findOneBy({ id }));
    if (workspace) return workspace;
    throw gone();
  }
}

const gone = () => new UnauthorizedException(`The workspace of this session is gone. ${HOW}`);
