import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One company using Baton. */
@Entity()
export class Workspace {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** IANA name; days, weeks and months of every KPI are cut in it. */
  @Column('text') timeZone!: string;
  /** 0 Sunday, 1 Monday, 6 Saturday. */
  @Column('smallint', { default: 1 }) weekStart!: number;
  /** Month in which the fiscal year starts. */
  @Column('smallint', { default: 1 }) fiscalStart!: number;
  @Column('text') currency!: string;
  /** True while it shows the sample company. */
  @Column('boolean', { default: false }) sample!: boolean;
  /** Counts derivations; a handoff carries the one that last changed it. */
  @Column('bigint', { default: 0 }) revision!: string;
  /** Counts what people changed (`changedByHand`): what was read before the last of it is not answered from any more. */
  @Column('bigint', { default: 0 }) byHandCount!: string;
  @Column('timestamptz') createdAt!: Date;
  /** Why nothing of it may be deleted; null when it may. */
  @Column('text', { nullable: true }) holdReason!: string | null;
  @Column('timestamptz', { nullable: true }) heldAt!: Date | null;
  /** Days that entries of its audit log are kept; null for ever. */
  @Column('integer', { nullable: true }) auditDays!: number | null;
  /** Whether it opens only to those who have a second factor. */
  @Column('boolean', { default: false }) secondFactorRequired!: boolean;
}
