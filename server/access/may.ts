import { type ExecutionContext, ForbiddenException } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { BEFORE_SECOND_FACTOR } from './before-second-factor.js';
import { NEEDED_RIGHT, RIGHTS_OF, type Right } from './right.js';
import { ROLES, type Role } from './role.js';
import type { SignedIn } from './signed-in.js';
import { WHOLE_WORKSPACE } from './whole-workspace.js';

type Needed = Right | 'membership';

const READING = new Set(['GET', 'HEAD']);
const WHOLE = "This speaks of everybody's handoffs, and you see only some. Ask someone who sees all of the workspace.";

/** What a route asks for: its mark, or that of its controller; without one reading needs 'read' and nobody may do anything else: null. */
export function neededRight(reflector: Reflector, context: ExecutionContext, method: string): Needed | null {
  const marked = reflector.getAllAndOverride<Needed | undefined>(NEEDED_RIGHT, [context.getHandler(), context.getClass()]);
  return marked ?? (READING.has(method) ? 'read' : null);
}

/** Throws ForbiddenException, saying who may, unless this one may. */
export function assertMay({ by, rights }: SignedIn, needed: Needed | null): void {
  if (needed === null) throw new ForbiddenException('Nobody may do this: the route does not say which right it needs.');
  if (needed === 'membership' && by !== 'token') return;
  if (needed === 'membership') throw new ForbiddenException('This is for people who are signed in: a token cannot do it.');
  if (rights.includes(needed)) return;
  const who = rolesWith(needed);
  if (by === 'token')
    throw new ForbiddenException(`This needs the right "${needed}", which the scopes of the token or the role of its owner lack.`);
  throw new ForbiddenException(`This needs the right "${needed}". Who has it: ${who.join(', ')}. Ask one of them.`);
}

/** Throws ForbiddenException for one who must set up a second factor first, but for what is needed to do that. */
export function assertSecondFactor(reflector: Reflector, context: ExecutionContext, { secondFactorMissing }: SignedIn): void {
  if (!secondFactorMissing || reflector.get<boolean | undefined>(BEFORE_SECOND_FACTOR, context.getHandler())) return;
  throw new ForbiddenException('A second factor is asked for here, and your login has none. Set one up: POST /api/login/second-factor.');
}

/** The same for what cannot be told apart by whose it is. */
export function assertSeesAll(reflector: Reflector, context: ExecutionContext, { visibility }: SignedIn): void {
  const whole = reflector.getAllAndOverride<boolean>(WHOLE_WORKSPACE, [context.getHandler(), context.getClass()]) === true;
  if (whole && visibility.kind !== 'all') throw new ForbiddenException(WHOLE);
}

const rolesWith = (right: Right): Role[] => ROLES.filter((role) => RIGHTS_OF[role].includes(right));
