import { randomUUID } from 'node:crypto';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { type Fact, PendingChange, Workspace } from '../etl/warehouse/index.js';

type Told<T> = Partial<Omit<T, 'workspaceId'>> & { externalId: string };

/** What a source says of a column when it says nothing. */
const UNSAID: Record<string, unknown> = { dimensions: {}, tags: [], required: false, internal: true, active: true };

/** The derivation's own columns, which no source writes. */
const DERIVED: Record<string, string[]> = { AccountLink: ['accountId', 'reason'] };

/** Writes facts as a sync does: whole rows, and the records they were read from as pending changes. */
export interface FactBook {
  workspaceId: string;
  /** Source 'crm' and a record of the fact's own id when not told. A fact is told once in one call. */
  tell<T extends Fact>(table: new () => T, ...facts: Told<T>[]): Promise<void>;
  /** Marks every record as changed, as a full re-read would. */
  tellAllAgain(): Promise<void>;
}

export async function factBook(db: DataSource): Promise<FactBook> {
  const workspaceId = randomUUID();
  const workspace = { id: workspaceId, name: 'Test', timeZone: 'UTC', currency: 'EUR', createdAt: new Date('2024-01-01T00:00:00Z') };
  await db.getRepository(Workspace).insert(workspace);
  const records = new Map<string, ObjectLiteral>();
  const pend = (changed: Map<string, ObjectLiteral>) =>
    db.getRepository(PendingChange).upsert([...changed.values()], ['workspaceId', 'sourceId', 'stream', 'recordId']);
  return {
    workspaceId,
    async tell(table, ...facts) {
      const rows = facts.map((fact) => wholeRow(db, table, { ...fact, workspaceId }));
      await db.getRepository<ObjectLiteral>(table).upsert(rows, ['workspaceId', 'sourceId', 'externalId']);
      const changed = new Map(
        rows.map(({ sourceId, stream, recordId }) => [`${sourceId} ${stream} ${recordId}`, { workspaceId, sourceId, stream, recordId }]),
      );
      for (const [key, record] of changed) records.set(key, record);
      await pend(changed);
    },
    async tellAllAgain() {
      await pend(records);
    },
  };
}

function wholeRow(db: DataSource, table: new () => Fact, told: ObjectLiteral): ObjectLiteral {
  const usual: ObjectLiteral = { ...UNSAID, sourceId: 'crm', stream: `crm.${table.name}`, recordId: told.externalId };
  const names = db.getMetadata(table).columns.map(({ propertyName }) => propertyName);
  const said = names.filter((name) => !DERIVED[table.name]?.includes(name));
  return Object.fromEntries(said.map((name) => [name, told[name] ?? usual[name] ?? null]));
}
