import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { atTheDoor, enter, Workspace } from '../../etl/warehouse/index.js';
import { Clock } from '../http/clock.js';
import { PUBLIC } from './public.js';
import { RIGHTS } from './right.js';
import { readVisibility } from './session/session-visibility.js';
import { SESSION_DAYS } from './session/sessions.js';
import type { SignedRequest } from './signed-request.js';
import { WHOLE_WORKSPACE } from './whole-workspace.js';

const HOW = 'Open a sign-in link; `npm run baton -- link` prints one.';
const WHOLE = "This speaks of everybody's handoffs, and you see only some. Ask someone who sees all of the workspace.";
const DAY = 86_400_000;

/** Stands before every route that is not @Public(). */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.marked(context, PUBLIC)) return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const { workspaceId, signedInAt } = request.session ?? {};
    if (!workspaceId || !signedInAt) throw new UnauthorizedException(`Nobody is signed in. ${HOW}`);
    const age = this.clock.now().getTime() - signedInAt;
    if (age > SESSION_DAYS * DAY) throw new UnauthorizedException(`This session is older than ${SESSION_DAYS} days. ${HOW}`);
    const workspace = await atTheDoor(() => this.db.getRepository(Workspace).findOneBy({ id: workspaceId }));
    if (!workspace) throw new UnauthorizedException(`The workspace of this session is gone. ${HOW}`);
    request.workspace = workspace;
    const visibility = readVisibility(request.session.visibility);
    request.visibility = visibility;
    request.signedIn = { by: 'link', login: null, role: 'admin', sight: 'all', rights: RIGHTS, visibility };
    enter(workspace.id);
    if (request.visibility.kind !== 'all' && this.marked(context, WHOLE_WORKSPACE)) throw new ForbiddenException(WHOLE);
    return true;
  }

  private marked(context: ExecutionContext, mark: string): boolean {
    return this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]) === true;
  }
}
