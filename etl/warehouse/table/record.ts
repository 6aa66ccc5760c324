import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One payload as the vendor sent it, so that definitions can change without reading again and every number leads to its evidence. */
@Entity()
export class Record {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') externalId!: string;
  @Column('jsonb') payload!: unknown;
  /** Of the payload; an unchanged record is not written again. */
  @Column('text') hash!: string;
  /** Where a person sees it in the source tool. */
  @Column('text', { nullable: true }) url!: string | null;
  /** The source's time of change. */
  @Column('timestamptz', { nullable: true }) sourceAt!: Date | null;
  @Column('timestamptz') readAt!: Date;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
}
