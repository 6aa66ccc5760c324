import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one run did with one stream. */
@Entity()
export class StreamRun {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') runId!: string;
  @PrimaryColumn('text') stream!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** What the source said it would be; null when it did not. */
  @Column('integer', { nullable: true }) expectedCount!: number | null;
  @Column('integer', { default: 0 }) readCount!: number;
  /** Records that were new or had changed. */
  @Column('integer', { default: 0 }) writtenCount!: number;
  @Column('integer', { default: 0 }) rejectedCount!: number;
  /** Records that were marked deleted because the source says or shows that they are gone. */
  @Column('integer', { default: 0 }) goneCount!: number;
  @Column('text', { nullable: true }) error!: string | null;
  /** Why it was left out, in words for a person; null when it was read. */
  @Column('text', { nullable: true }) note!: string | null;
  /** How many records the source said were standing after the pass; null when it cannot say. */
  @Column('integer', { nullable: true }) standingExpectedCount!: number | null;
  /** How many are stored as standing or as rejected; another number is a drift. Null when nothing was compared. */
  @Column('integer', { nullable: true }) standingStoredCount!: number | null;
  @Column('timestamptz', { nullable: true }) standingCountedAt!: Date | null;
}
