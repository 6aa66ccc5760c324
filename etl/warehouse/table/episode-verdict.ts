import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person said of one episode of repeated information. It outranks every rule, and outlives every derivation. */
@Entity()
export class EpisodeVerdict {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  /** What stays when it is found again: 'ticket:' and its id for a conversation, else the id of the fact. */
  @PrimaryColumn('text') episode!: string;
  @Column('text') verdict!: 'confirmed' | 'dismissed';
  /** As it was when the person decided, and the columns below too: a confirmed one stays when no rule finds it any more. */
  @Column('text') handoffId!: string;
  @Column('text') tier!: string;
  @Column('text') factId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) evidence!: string | null;
  @Column('text') stream!: string;
  @Column('text') recordId!: string;
  @Column('timestamptz') decidedAt!: Date;
}
