import { Column, PrimaryColumn } from 'typeorm';

/**
 * One fact as a source states it. `externalId` is the source's own id of the fact;
 * `stream` and `recordId` name the stored record it was read from, which is its evidence.
 */
export abstract class Fact {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') externalId!: string;
  @Column('text') stream!: string;
  @Column('text') recordId!: string;
  /** When the source deleted it; null while it stands. Deleted facts are marked, never removed. */
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
}
