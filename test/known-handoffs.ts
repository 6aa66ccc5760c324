import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Account, AccountLink, Cursor, Deal, Handoff, HandoffEvent, Record, Source, Workspace } from '../etl/warehouse/index.js';

export type GivenHandoff = Partial<Handoff> & { id: string; wonAt: Date };
export type GivenEvent = Partial<HandoffEvent> & { handoffId: string; kind: string; at: Date };

const SOURCE = { sourceId: 'crm', stream: 'deals' };

/** Writes handoffs as a derivation would have, so that a test says only what matters to it. */
export class KnownHandoffs {
  constructor(
    private readonly db: DataSource,
    private readonly workspaceId: string,
  ) {}

  /** One source, read through until a moment. Null: never read through. */
  async readThrough(completeAt: Date | null): Promise<void> {
    const { workspaceId } = this;
    const createdAt = new Date('2024-01-01');
    await this.db
      .getRepository(Source)
      .upsert({ workspaceId, id: 'crm', kind: 'hubspot', name: 'Our CRM', createdAt }, ['workspaceId', 'id']);
    const cursor = { workspaceId, ...SOURCE, position: {}, movedAt: createdAt, completeAt };
    await this.db.getRepository(Cursor).upsert(cursor, ['workspaceId', 'sourceId', 'stream']);
  }

  /** Handoffs with their account, deal, record and the event of the won deal. */
  async won(...handoffs: GivenHandoff[]): Promise<void> {
    const { workspaceId } = this;
    const rows = handoffs.map((given) => ({ ...this.plain(given), ...given }));
    await this.db.getRepository(Handoff).insert(rows);
    const accounts = new Map(rows.map(({ accountId, accountName }) => [accountId, { workspaceId, id: accountId, name: accountName }]));
    await this.db.getRepository(Account).upsert([...accounts.values()], ['workspaceId', 'id']);
    await this.db.getRepository(Deal).insert(rows.map(({ id, name }) => ({ workspaceId, ...SOURCE, externalId: id, recordId: id, name })));
    await this.db.getRepository(AccountLink).insert(
      rows.map(({ id, accountId, accountName }) => {
        const fact = { workspaceId, ...SOURCE, externalId: `company-${id}`, recordId: `company-${id}` };
        return { ...fact, name: accountName, accountId, reason: 'own' };
      }),
    );
    await this.recorded(...rows.map(({ id }) => id));
    await this.happened(...rows.map(({ id, wonAt }) => ({ handoffId: id, kind: 'deal-won', at: wonAt, recordId: id })));
    await this.db.getRepository(Workspace).increment({ id: workspaceId }, 'revision', 1);
  }

  async happened(...events: GivenEvent[]): Promise<void> {
    const plain = (event: GivenEvent) => {
      const recordId = event.recordId ?? `${event.handoffId}-${event.kind}-${event.at.toISOString()}`;
      return { workspaceId: this.workspaceId, ...SOURCE, factId: recordId, recordId, ...event };
    };
    await this.db.getRepository(HandoffEvent).insert(events.map(plain));
  }

  /** Payloads with a page in the source tool. */
  async recorded(...ids: string[]): Promise<void> {
    const row = (externalId: string) => ({
      workspaceId: this.workspaceId,
      ...SOURCE,
      externalId,
      payload: {},
      hash: externalId,
      url: `https://crm.example/deals/${externalId}`,
      readAt: new Date('2024-01-01'),
    });
    await this.db.getRepository(Record).insert(ids.map(row));
  }

  private plain({ id, accountName = `Account of ${id}` }: GivenHandoff) {
    const { workspaceId } = this;
    const accountId = uuidOf(`${workspaceId} ${accountName}`);
    const names = { name: `Deal ${id}`, accountName, sourceId: 'crm', dealExternalId: id, t0Source: 'stage history', segment: 'standard' };
    return { workspaceId, accountId, revision: '0', ...names };
  }
}

/** The same uuid for the same words. */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
