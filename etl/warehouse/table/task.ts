import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One task of the handoff or onboarding. */
@Entity()
export class Task extends Fact {
  @Column('text', { nullable: true }) accountExternalId!: string | null;
  @Column('text', { nullable: true }) dealExternalId!: string | null;
  /** The handoff_event kind that its completion means; null for a task that means none. */
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) status!: string | null;
  @Column('text', { nullable: true }) ownerExternalId!: string | null;
  /** Counts towards onboarding complete. */
  @Column('boolean', { default: false }) required!: boolean;
  /** When it was created. */
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
}
