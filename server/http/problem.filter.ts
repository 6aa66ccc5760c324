import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  InternalServerErrorException,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { Log } from './log.js';
import { problemOf } from './problem.js';

/** Answers every failure as a problem. What a bug said stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Log() private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const exception = exceptionOf(error);
    const instance = request.originalUrl.replace(/[?].*/s, '');
    if (exception.getStatus() >= 500) this.log.error({ err: error, method: request.method, path: instance }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (exception.getStatus() === 503) response.setHeader('Retry-After', '5');
    response
      .status(exception.getStatus())
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(exception, instance)));
  }
}

function exceptionOf(error: unknown): HttpException {
  if (error instanceof HttpException) return error;
  if (refused(error)) return new HttpException(error.message, error.status, { cause: error });
  if (databaseIsAway(error)) return new ServiceUnavailableException('The database does not answer. Try again in a moment.');
  return new InternalServerErrorException('Something went wrong in Baton; its log says what.');
}

/** An error of Express or body-parser that says itself that its message may be shown. */
function refused(error: unknown): error is Error & { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500 && 'expose' in error;
}

/** Of the operating system, of Postgres (shutting down, starting up, lost), and of the pool, which gives only words. */
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', '57P01', '57P02', '57P03', '08006', '08003']);
const AWAY_WORDS = /connection terminated|timeout exceeded when trying to connect|query read timeout|cannot use a pool after/i;

function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return AWAY_CODES.has(code) || AWAY_WORDS.test(error.message);
}
