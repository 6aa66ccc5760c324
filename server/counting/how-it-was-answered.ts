import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { JsonAnswer } from './json-answer.js';

/** Says in `Server-Timing` how long a counted answer took, or that it was kept from an earlier question. */
export class HowItWasAnswered implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const startedAt = performance.now();
    return next.handle().pipe(
      tap((answer) => {
        if (!(answer instanceof JsonAnswer)) return;
        const response = context.switchToHttp().getResponse<Response>();
        response.setHeader('Server-Timing', `${answer.counted ? 'counted' : 'kept'};dur=${(performance.now() - startedAt).toFixed(1)}`);
      }),
    );
  }
}
