import { ForbiddenException, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { atTheDoor, type Login } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Log } from '../../http/log.js';
import { Throttle } from '../../http/throttle.js';
import { TooMany } from '../../http/too-many.js';
import { Audit, INSTALLATION } from '../audit/audit.js';
import { firstWorkspaceOf, loginById } from '../login/logins.js';
import { hashOfSession } from '../session/session-store.js';
import { Admission } from '../sign-in/admission.js';
import { networkOf } from '../sign-in/network.js';
import type { KeptErrand } from './errand-cookie.js';
import { link, meet, type Refusal } from './known-person.js';
import { NotProven, type Person, type Provider } from './provider.js';

export type Outcome = 'let-in' | Refusal | 'not-proven' | 'interrupted' | 'linked-already';

interface Return {
  provider: Provider;
  search: string;
  kept: KeptErrand;
}

/** Each asks the provider something. */
const RATE = { limit: 100, seconds: 3_600 };

/**
 * Lets in, or links, whom the provider has proven somebody to be. No second factor of ours is asked for: what is asked there is
 * the provider's business, and whoever trusts it with the first may trust it with both.
 */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly throttle: Throttle,
    private readonly admission: Admission,
    @Log() private readonly log: Logger,
  ) {}

  async comeBack(request: Request, { provider, search, kept }: Return): Promise<Outcome> {
    const wait = await this.throttle.take(`provider:${networkOf(request.ip)}`, RATE);
    if (wait !== null) throw new TooMany('Too many have come back from the provider.', wait);
    try {
      const person = await provider.finish(search, kept);
      return kept.link ? await this.linked(request, person, kept.link) : await this.letIn(request, person);
    } catch (error) {
      if (!(error instanceof NotProven)) throw error;
      this.log.warn({ err: error }, 'the provider does not stand by a sign-in');
      return this.refused('not-proven', null);
    }
  }

  private async letIn(request: Request, person: Person): Promise<Outcome> {
    const met = await meet(this.db, person, { now: this.clock.now(), note: (tx, { loginId, how }) => this.noteLinked(tx, loginId, how) });
    if ('refusal' in met) return this.refused(met.refusal, null);
    const login = await loginById(this.db, met.loginId);
    if (!login) return this.refused('disabled', null);
    try {
      await this.admission.admit(request, login, 'provider');
    } catch (error) {
      if (error instanceof ForbiddenException) return this.refused('uninvited', login);
      throw error;
    }
    return 'let-in';
  }

  /** Only in the very session that asked for it, and gave the password. */
  private async linked(request: Request, person: Person, { loginId, session }: NonNullable<KeptErrand['link']>): Promise<Outcome> {
    if (request.session.loginId !== loginId || hashOfSession(request.sessionID) !== session) return 'interrupted';
    const linked = await atTheDoor(() =>
      this.db.transaction(async (tx) => {
        const done = await link(tx, person, loginId, this.clock.now());
        if (done) await this.noteLinked(tx, loginId, 'by-hand');
        return done;
      }),
    );
    return linked ? 'let-in' : 'linked-already';
  }

  private async noteLinked(tx: EntityManager, loginId: string, how: string): Promise<void> {
    const workspaceId = (await firstWorkspaceOf(tx, loginId)) ?? INSTALLATION;
    const login = await loginById(tx, loginId);
    const actor = login && { by: 'session' as const, login };
    const action = how === 'joined' ? 'member.joined' : 'identity.linked';
    await this.audit.note({ workspaceId, action, actor, subject: loginId, detail: { by: 'provider', how } }, tx);
  }

  private async refused(why: Exclude<Outcome, 'let-in'>, login: Login | null): Promise<Outcome> {
    await this.admission.refused(login, `provider: ${why}`);
    return why;
  }
}
