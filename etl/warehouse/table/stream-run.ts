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
  @Column('text', { nullable: true }) error!: string | null;
}
