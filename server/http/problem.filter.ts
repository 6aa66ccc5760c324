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
import { databaseIsAway, wordsOfAway } from './database-away.js';
import { lastWords } from './last-words.js';
import { Log } from './log.js';
import { Overloaded } from './overload.js';
import { problemOf } from './problem.js';
import { routeOf } from './request-log.js';
import { TooMany } from './too-many.js';
import { InjectWalls, type Walls } from './walls.js';

/** Answers every failure as a problem. What a bug said stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Log() private readonly log: Logger,
    @InjectWalls() private readonly walls: Walls,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const exception = exceptionOf(error);
    const instance = request.originalUrl.replace(/[?].*/s, '');
    const requestId = response.getHeader('X-Request-Id');
    if (exception.getStatus() >= 500 && !(exception instanceof Overloaded))
      this.log.error({ requestId, err: error, method: request.method, route: routeOf(request) }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (exception.getStatus() === 503) response.setHeader('Retry-After', '5');
    if (exception instanceof TooMany) response.setHeader('Retry-After', String(exception.retryAfterSeconds));
    const text = JSON.stringify(problemOf(exception, { instance, requestId: typeof requestId === 'string' ? requestId : undefined }));
    response.status(exception.getStatus()).type('application/problem+json');
    if (exception.getStatus() === 413) lastWords(request, response, { text, milliseconds: this.walls.bodyMilliseconds });
    else response.send(text);
  }
}

function exceptionOf(error: unknown): HttpException {
  if (error instanceof HttpException) return error;
  if (refused(error)) return new HttpException(error.message, error.status, { cause: error });
  if (databaseIsAway(error)) return new ServiceUnavailableException(wordsOfAway(error));
  if (diskIsFull(error))
    return new ServiceUnavailableException('The data folder of Baton is full. Files are taken again when somebody has made room.');
  return new InternalServerErrorException('Something went wrong in Baton; its log says what.');
}

/** An error of Express or body-parser that says itself that its message may be shown. */
function refused(error: unknown): error is Error & { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500 && 'expose' in error;
}

/** Of the folder for data, not that of the database. */
const diskIsFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
