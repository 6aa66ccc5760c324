import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One connected system. */
@Entity()
export class Source {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** A short name, unique in the workspace. */
  @PrimaryColumn('text') id!: string;
  /** 'hubspot', 'zendesk' or 'csv'. */
  @Column('text') kind!: string;
  @Column('text') name!: string;
  /** Addresses and mapping; never a secret. */
  @Column('jsonb', { default: {} }) settings!: Record<string, unknown>;
  /** Sealed; see etl/sync/credentials.ts. */
  @Column('bytea', { nullable: true }) credentials!: Buffer | null;
  /** Cron in the workspace zone; null for import by hand. */
  @Column('text', { nullable: true }) schedule!: string | null;
  /** How old its data may be before it is late; null when nothing is expected. */
  @Column('integer', { nullable: true }) periodMinutes!: number | null;
  /** Why the schedule stands still: a fault only a person can mend. */
  @Column('text', { nullable: true }) pausedReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
}
