import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One subscription and when service ended. */
@Entity()
export class Subscription extends Fact {
  @Column('text', { nullable: true }) accountExternalId!: string | null;
  @Column('text', { nullable: true }) status!: string | null;
  @Column('text', { nullable: true }) product!: string | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  /** Notice given; service may go on. */
  @Column('timestamptz', { nullable: true }) noticeAt!: Date | null;
  /** Service ended. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Yearly recurring revenue, decimal text, in `currency`. */
  @Column('numeric', { nullable: true }) arr!: string | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
