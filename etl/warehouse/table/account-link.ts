import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One company as one source knows it, and the account it was matched to. */
@Entity()
export class AccountLink extends Fact {
  @Column('text', { nullable: true }) name!: string | null;
  /** Lower case, without www; null when the source gives none. */
  @Column('text', { nullable: true }) domain!: string | null;
  /** Id of the same company in another source, where the source declares one. */
  @Column('text', { nullable: true }) declaredId!: string | null;
  /** External id of the company this one was merged into. */
  @Column('text', { nullable: true }) mergedInto!: string | null;
  /** Person of the same source who looks after the company. */
  @Column('text', { nullable: true }) csmExternalId!: string | null;
  /** What can be filtered and broken down by: segment, region, industry and the like. */
  @Column('jsonb', { default: {} }) dimensions!: Record<string, string>;
  /** When the source created it; the oldest of a set of duplicates names the account. */
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  /** The account; null until handoffs are derived. */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  /** Why it belongs to the account: 'own', 'merged', 'declared id' or 'same domain'. */
  @Column('text', { nullable: true }) reason!: string | null;
}
