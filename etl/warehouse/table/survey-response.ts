import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One answer to one survey. */
@Entity()
export class SurveyResponse extends Fact {
  @Column('text', { nullable: true }) accountExternalId!: string | null;
  @Column('text', { nullable: true }) dealExternalId!: string | null;
  @Column('text', { nullable: true }) ticketExternalId!: string | null;
  @Column('text', { nullable: true }) personExternalId!: string | null;
  /** 'csat', 'nps' or 'ces'. NPS is not CSAT and is kept apart. */
  @Column('text') kind!: string;
  /** '1-5', '1-10', 'good-bad' or '0-10'. */
  @Column('text') scale!: string;
  /** On its own scale; null for a survey sent and not answered. */
  @Column('numeric', { nullable: true }) score!: string | null;
  /** By the rule of the scale; null when not answered. */
  @Column('boolean', { nullable: true }) satisfied!: boolean | null;
  /** The survey item "I had to repeat myself"; null when not asked. */
  @Column('boolean', { nullable: true }) repeatedInformation!: boolean | null;
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) comment!: string | null;
}
