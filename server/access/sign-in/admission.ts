import { ForbiddenException, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { atTheDoor, type Login } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Throttle } from '../../http/throttle.js';
import { Audit, INSTALLATION } from '../audit/audit.js';
import { firstWorkspaceOf, plainEmail } from '../login/logins.js';
import { cookieAt } from '../session/session-cookie.js';
import type { CameBy } from '../session/session-data.js';
import { DEVICE_LIFE, isDevice, makeDevice } from './device.js';
import { readCookie } from './read-cookie.js';
import { signIn } from './sign-in.js';

/** Lets in who has proven to be somebody. */
@Injectable()
export class Admission {
  private readonly device: ReturnType<typeof cookieAt>;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly installation: Installation,
    private readonly throttle: Throttle,
  ) {
    this.device = cookieAt(installation.publicUrl, 'baton-device');
  }

  /** Begins a session, with a new id. Throws ForbiddenException when the login is a member of no workspace. */
  async admit(request: Request, { id, email, name }: Login, cameBy: Exclude<CameBy, 'link'>): Promise<void> {
    const now = this.clock.now();
    const workspaceId = await firstWorkspaceOf(this.db, id);
    if (!workspaceId) throw new ForbiddenException('You are a member of no workspace. Ask whoever runs Baton for an invitation.');
    const actor = { by: 'session' as const, login: { id, email, name } };
    // First: there is no session of which nothing was written down.
    await this.audit.note({ workspaceId, action: 'sign-in.succeeded', actor, subject: id, detail: { by: cameBy } });
    await signIn(request, { workspaceId, loginId: id, cameBy }, now);
    await atTheDoor(() => this.db.query('update login set last_sign_in_at = $2 where id = $1', [id, now]));
    this.remember(request, email, now);
  }

  /** `login` is null where nobody of that name is known; what was typed is not written down, it may be a password. */
  async refused(login: Login | null, by: string): Promise<void> {
    const workspaceId = await this.logOf(login);
    await this.audit.note({ workspaceId, action: 'sign-in.failed', actor: null, subject: login?.id ?? null, detail: { by } });
  }

  /** Written down once in an hour: guessing without end would else write without end. */
  async throttled(login: Login | null, by: string): Promise<void> {
    const noted = await this.throttle.take(`noted-${by}:${login?.id ?? ''}`, { limit: 1, seconds: 3_600 });
    if (noted !== null) return;
    const workspaceId = await this.logOf(login);
    await this.audit.note({ workspaceId, action: 'sign-in.throttled', actor: null, subject: login?.id ?? null, detail: { by } });
  }

  async usedRecoveryCode({ id, email, name }: Login): Promise<void> {
    const workspaceId = (await firstWorkspaceOf(this.db, id)) ?? INSTALLATION;
    const actor = { by: 'session' as const, login: { id, email, name } };
    await this.audit.note({ workspaceId, action: 'recovery-code.used', actor, subject: id });
  }

  /** Whether the account of an e-mail has signed in with this browser before. */
  knows(request: Request, email: string): boolean {
    const given = readCookie(request, this.device.name);
    return isDevice(given, { email: plainEmail(email), key: this.installation.sessionKey, now: this.clock.now() });
  }

  /** It is asked for nobody as well, so that it takes as long. */
  private async logOf(login: Login | null): Promise<string> {
    return (await firstWorkspaceOf(this.db, login?.id ?? INSTALLATION)) ?? INSTALLATION;
  }

  private remember(request: Request, email: string, now: Date): void {
    const device = makeDevice(email, this.installation.sessionKey, now);
    request.res?.cookie(this.device.name, device, { ...this.device.options, maxAge: DEVICE_LIFE });
  }
}
