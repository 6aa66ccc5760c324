import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a stream has been read. Written in the transaction of the page it follows. */
@Entity()
export class Cursor {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') stream!: string;
  /** The source's own notion; opaque here. */
  @Column('jsonb') position!: unknown;
  @Column('timestamptz') movedAt!: Date;
  /** Everything the source knew at this moment has been read; null before the first full pass. */
  @Column('timestamptz', { nullable: true }) completeAt!: Date | null;
  /** When the last sweep that was believed began, or the first full pass, which makes one needless. */
  @Column('timestamptz', { nullable: true }) sweptAt!: Date | null;
  /** When the last slow re-read that came to its end began. */
  @Column('timestamptz', { nullable: true }) rereadAt!: Date | null;
  /** `{ at, missing }` of a sweep that named so little that it was not believed; null when the last one was. */
  @Column('jsonb', { nullable: true }) doubt!: unknown;
}
