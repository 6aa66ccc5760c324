import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedRequest } from './signed-request.js';

/** Injects who asks, a SignedIn. */
export const CurrentSignedIn = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedRequest>().signedIn,
);
