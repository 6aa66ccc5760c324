import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A deed that is under way. It goes when the deed has ended and its entry is written; one that stays was broken off. */
@Entity()
export class BegunDeed {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') begunAt!: Date;
  /** As a deed names who does it. */
  @Column('jsonb') actor!: object | string | null;
  /** Such as 'PUT /api/report/:id' or 'baton sync'. */
  @Column('text') what!: string;
  /** Ids in the address of the request. */
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) requestId!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
}
