import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedRequest } from './signed-request.js';

/** Injects the Workspace of the one who is signed in. */
export const CurrentWorkspace = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedRequest>().workspace,
);
