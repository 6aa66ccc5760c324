import { type CallHandler, type ExecutionContext, HttpException, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { SignedRequest } from '../signed-request.js';
import { Audit } from './audit.js';
import { BegunDeeds } from './begun-deeds.js';
import { deedOf, NOTED, type Noted } from './noted.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Stands around every route: what may change something is known before it begins, and what is @Noted is written down before it is answered. */
@Injectable()
export class NoteInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: Audit,
    private readonly begun: BegunDeeds,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Partial<SignedRequest> & Pick<SignedRequest, 'method'>>();
    if (!isSigned(request) || SAFE.includes(request.method)) return next.handle();
    const noted = this.reflector.get<Noted<unknown, unknown> | undefined>(NOTED, context.getHandler());
    return from(this.carryOut(request, noted, next));
  }

  private async carryOut(request: SignedRequest, noted: Noted<unknown, unknown> | undefined, next: CallHandler): Promise<unknown> {
    const end = await this.begun.begin(begunBy(request));
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      if (noted) await this.audit.note(deedOf(noted, request, answer));
      // Done and written down: to say that it was broken off as well is the smaller harm.
      await end().catch(() => {});
      return answer;
    } catch (error) {
      if (changedNothing(error)) await end();
      throw error;
    }
  }
}

const isSigned = (request: Partial<SignedRequest>): request is SignedRequest => request.signedIn !== undefined;

function begunBy({ workspace, signedIn, method, route, params }: SignedRequest) {
  const subject = Object.values(params).join(' ') || null;
  return { workspaceId: workspace.id, actor: signedIn, what: `${method} ${String(route?.path ?? '')}`, subject };
}

/** What is refused is refused before it is done. */
const changedNothing = (error: unknown): boolean => error instanceof HttpException && error.getStatus() < 500;
