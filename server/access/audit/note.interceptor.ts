import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { concatMap, type Observable } from 'rxjs';
import type { SignedRequest } from '../signed-request.js';
import { Audit } from './audit.js';
import { deedOf, NOTED, type Noted } from './noted.js';

/** Stands around every route, and writes down those that are @Noted before they are answered. */
@Injectable()
export class NoteInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: Audit,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const noted = this.reflector.get<Noted<unknown, unknown> | undefined>(NOTED, context.getHandler());
    if (!noted) return next.handle();
    const request = context.switchToHttp().getRequest<SignedRequest>();
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        await this.audit.note(deedOf(noted, request, answer));
        return answer;
      }),
    );
  }
}
