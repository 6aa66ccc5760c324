import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One attempt to read a source on. At most one is open per source: it holds the lease. */
@Entity()
export class SyncRun {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') sourceId!: string;
  /** 'first', 'schedule', 'hand', 'webhook', 'import', or 'mapping' when stored records were read again. */
  @Column('text') trigger!: string;
  @Column('timestamptz') startedAt!: Date;
  /** A run whose heart has not beaten for a minute may be taken over. */
  @Column('timestamptz') heartbeatAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** 'succeeded', 'partial', 'failed', 'cancelled' or 'taken over'; null while it runs. */
  @Column('text', { nullable: true }) outcome!: string | null;
  /** 'credentials', 'scope', 'rate', 'schema', 'network' or 'vendor'. */
  @Column('text', { nullable: true }) errorKind!: string | null;
  @Column('text', { nullable: true }) error!: string | null;
  /** When somebody asked this run to stop; null when nobody did. */
  @Column('timestamptz', { nullable: true }) cancelAskedAt!: Date | null;
}
