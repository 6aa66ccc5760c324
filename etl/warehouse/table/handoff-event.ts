import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that happened to one handoff, with the record that says so. The timeline is these in order; the handoff is their fold. */
@Entity()
export class HandoffEvent {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') handoffId!: string;
  @PrimaryColumn('text') kind!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') factId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) title!: string | null;
  /** Tier of a repeat, section of a brief, name of an owner. */
  @Column('text', { nullable: true }) detail!: string | null;
  /** The customer's own words, where words are the evidence. */
  @Column('text', { nullable: true }) evidence!: string | null;
  @Column('text') stream!: string;
  @Column('text') recordId!: string;
}
