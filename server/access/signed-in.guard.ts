import { type CanActivate, type ExecutionContext, Injectable, Optional } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { enter } from '../../etl/warehouse/index.js';
import { Audit } from './audit/audit.js';
import { assertMay, assertSecondFactor, assertSeesAll, neededRight } from './may.js';
import { PUBLIC } from './public.js';
import type { SignedRequest } from './signed-request.js';
import { Who } from './who.js';

/** Stands before every route that is not @Public(): who asks, and may they? */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly who: Who,
    @Optional() private readonly audit?: Audit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]) === true) return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const { workspace, signedIn } = await this.who.asks(request);
    request.workspace = workspace;
    request.signedIn = signedIn;
    request.visibility = signedIn.visibility;
    enter(workspace.id);
    assertSecondFactor(this.reflector, context, signedIn);
    const needed = neededRight(this.reflector, context, request.method);
    try {
      assertMay(signedIn, needed);
      assertSeesAll(this.reflector, context, signedIn);
    } catch (error) {
      await this.denied(request, needed);
      throw error;
    }
    return true;
  }

  private async denied({ workspace, signedIn, method, route }: SignedRequest, needed: string | null): Promise<void> {
    const detail = { method, route: String(route?.path ?? ''), needed };
    await this.audit?.note({ workspaceId: workspace.id, action: 'access.denied', actor: signedIn, subject: null, detail });
  }
}
