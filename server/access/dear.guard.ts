import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { atTheDoor } from '../../etl/warehouse/index.js';
import { DEAR, type Dear } from '../http/dear.js';
import { Throttle } from '../http/throttle.js';
import { TooMany } from '../http/too-many.js';
import { InjectWalls, type Walls } from '../http/walls.js';
import type { SignedRequest } from './signed-request.js';

/** Counts what is dear - @Dear() - in Postgres, for whoever asks in a workspace. Stands behind the guard that says who that is. */
@Injectable()
export class DearGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly throttle: Throttle,
    @InjectWalls() private readonly walls: Walls,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const dear = this.reflector.get<Dear | undefined>(DEAR, context.getHandler());
    const { signedIn, workspace } = context.switchToHttp().getRequest<Partial<SignedRequest>>();
    if (!dear || !workspace || !this.walls.dearCounted) return true;
    const key = `${dear.what}:${workspace.id}:${signedIn?.token?.prefix ?? signedIn?.login?.id ?? 'link'}`;
    const wait = await atTheDoor(() => this.throttle.take(key, dear));
    if (wait !== null) throw new TooMany(`These are too many ${dear.what} for now.`, wait);
    return true;
  }
}
