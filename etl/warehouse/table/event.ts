import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** Anything else that happened, by handoff_event kind. */
@Entity()
export class Event extends Fact {
  @Column('text') kind!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) accountExternalId!: string | null;
  @Column('text', { nullable: true }) dealExternalId!: string | null;
  /** The account is then that of the ticket. */
  @Column('text', { nullable: true }) ticketExternalId!: string | null;
  @Column('text', { nullable: true }) personExternalId!: string | null;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('numeric', { nullable: true }) value!: string | null;
}
