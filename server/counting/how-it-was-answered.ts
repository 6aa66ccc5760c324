import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { Metrics } from '../http/metrics.js';
import { JsonAnswer } from './json-answer.js';

/** Says in `Server-Timing` how long a counted answer took, or that it was kept from an earlier question. */
@Injectable()
export class HowItWasAnswered implements NestInterceptor {
  constructor(private readonly metrics: Metrics) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const startedAt = performance.now();
    return next.handle().pipe(
      tap((answer) => {
        if (!(answer instanceof JsonAnswer)) return;
        this.metrics.told(answer);
        const response = context.switchToHttp().getResponse<Response>();
        response.setHeader('Server-Timing', `${answer.counted ? 'counted' : 'kept'};dur=${(performance.now() - startedAt).toFixed(1)}`);
      }),
    );
  }
}
