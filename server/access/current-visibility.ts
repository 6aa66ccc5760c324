import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedRequest } from './signed-request.js';

/** Injects the Visibility of the one who is signed in: whose handoffs an answer may speak of. */
export const CurrentVisibility = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedRequest>().visibility,
);
