import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One deal as the CRM states it now; what it went through is in DealStageChange. */
@Entity()
export class Deal extends Fact {
  @Column('text', { nullable: true }) accountExternalId!: string | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) pipeline!: string | null;
  @Column('text', { nullable: true }) stage!: string | null;
  /** Null where the stage must tell. */
  @Column('boolean', { nullable: true }) won!: boolean | null;
  /** 'new business', 'renewal' or 'expansion'; null when the source does not say, which counts as new business. */
  @Column('text', { nullable: true }) kind!: string | null;
  /** Contract value, decimal text, in `currency`. */
  @Column('numeric', { nullable: true }) amount!: string | null;
  /** Yearly recurring revenue, decimal text; null when the source does not say. */
  @Column('numeric', { nullable: true }) arr!: string | null;
  @Column('text', { nullable: true }) currency!: string | null;
  /** The sales rep. */
  @Column('text', { nullable: true }) ownerExternalId!: string | null;
  @Column('text', { nullable: true }) csmExternalId!: string | null;
  @Column('text', { nullable: true }) implementationOwnerExternalId!: string | null;
  /** When the source created it. */
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  /** The close date field; used as t0 only where there is no stage history. */
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) mergedInto!: string | null;
  @Column('jsonb', { default: {} }) dimensions!: Record<string, string>;
}
