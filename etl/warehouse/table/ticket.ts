import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One support ticket or conversation. */
@Entity()
export class Ticket extends Fact {
  @Column('text', { nullable: true }) accountExternalId!: string | null;
  @Column('text', { nullable: true }) requesterExternalId!: string | null;
  @Column('text', { nullable: true }) dealExternalId!: string | null;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) status!: string | null;
  @Column('text', { nullable: true }) priority!: string | null;
  @Column('text', { array: true, default: '{}' }) tags!: string[];
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) solvedAt!: Date | null;
  /** First time its priority, tier or tag said escalation. */
  @Column('timestamptz', { nullable: true }) escalatedAt!: Date | null;
  /** When a person tagged that the customer had to repeat information. */
  @Column('timestamptz', { nullable: true }) repeatReportedAt!: Date | null;
}
