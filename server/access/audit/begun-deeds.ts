import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, LessThan } from 'typeorm';
import { atTheDoor, BegunDeed } from '../../../etl/warehouse/index.js';
import { currentRequest, withinRequest } from '../../http/request-context.js';
import { type Audit, type Deed, INSTALLATION } from './audit.js';
import { storableText } from './storable.js';

/** Milliseconds after which nobody is thought to be at it still. */
export const LONGEST_DEED = 15 * 60_000;

export interface Begun {
  workspaceId: string;
  actor: Deed['actor'];
  /** Such as 'PUT /api/report/:id'. Never what was sent. */
  what: string;
  subject?: string | null;
}

/**
 * What is under way. A deed and its entry are two transactions where the deed is long or talks to others; so that none is done and
 * never written down, it is put here before it begins and taken away after its entry is written. What stays was broken off.
 */
export class BegunDeeds {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly now: () => Date,
  ) {}

  /** Answers what takes it away again. */
  async begin({ workspaceId, actor, what, subject }: Begun): Promise<() => Promise<void>> {
    const id = randomUUID();
    const { requestId = null, address = null } = currentRequest() ?? {};
    const said = { what: storableText(what), subject: subject ? storableText(subject) : null, requestId, address };
    await atTheDoor(() =>
      this.db.getRepository(BegunDeed).insert({ workspaceId, id, begunAt: this.now(), actor: actor && namedBy(actor), ...said }),
    );
    return async () => {
      await atTheDoor(() => this.db.getRepository(BegunDeed).delete({ workspaceId, id }));
    };
  }

  /** Writes down each that was broken off, once, however many servers look. How many. */
  async settle(): Promise<number> {
    const before = new Date(this.now().getTime() - LONGEST_DEED);
    const old = await atTheDoor(() => this.db.getRepository(BegunDeed).find({ where: { begunAt: LessThan(before) } }));
    for (const deed of old) await atTheDoor(() => this.db.transaction((tx) => this.settleOne(tx, deed)));
    return old.length;
  }

  private async settleOne(
    tx: EntityManager,
    { workspaceId, id, begunAt, actor, what, subject, requestId, address }: BegunDeed,
  ): Promise<void> {
    const { affected } = await tx.delete(BegunDeed, { workspaceId, id });
    if (affected !== 1 || !(await hasLog(tx, workspaceId))) return;
    const deed: Deed = {
      workspaceId,
      action: 'deed.broken-off',
      actor: actor as Deed['actor'],
      subject,
      detail: { what, begunAt: begunAt.toISOString() },
    };
    await withinRequest({ requestId, address }, () => this.audit.note(deed, tx));
  }
}

/** Who, without what they may. */
function namedBy(actor: Exclude<Deed['actor'], null>): object | string {
  if (typeof actor === 'string') return actor;
  const { by, login, token } = actor;
  return { by, login: login && { id: login.id, email: login.email, name: login.name }, ...(token && { token: { prefix: token.prefix } }) };
}

/** Of a workspace that was deleted nothing is written any more. */
async function hasLog(tx: EntityManager, workspaceId: string): Promise<boolean> {
  if (workspaceId === INSTALLATION) return true;
  const found = await tx.query<unknown[]>('select 1 from workspace where id = $1 for key share', [workspaceId]);
  return found.length > 0;
}
