import { RequestTimeoutException } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** Reads a body with `read`, for so long: what is this small comes at once, and one that drips holds a place. */
export function bodyInTime(read: RequestHandler, milliseconds: number): RequestHandler {
  return (request, response, next) => {
    let over = false;
    const late = setTimeout(() => {
      over = true;
      response.setHeader('Connection', 'close');
      next(new RequestTimeoutException('The body did not come in time. Send it again.'));
    }, milliseconds);
    read(request, response, (error?: unknown) => {
      clearTimeout(late);
      if (!over) next(error);
    });
  };
}
