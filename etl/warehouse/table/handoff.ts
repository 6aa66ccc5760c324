import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One won deal that needs onboarding: the unit of every KPI. */
@Entity()
export class Handoff {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** Source and deal: 'hubspot:123'. */
  @PrimaryColumn('text') id!: string;
  @Column('text') sourceId!: string;
  @Column('text') dealExternalId!: string;
  @Column('uuid') accountId!: string;
  @Column('text') name!: string;
  @Column('text') accountName!: string;
  /** t0: the moment the deal first entered a won stage. */
  @Column('timestamptz') wonAt!: Date;
  /** 'stage history' or 'close date'. */
  @Column('text') t0Source!: string;
  /** 'standard' or 'enterprise' for the targets. */
  @Column('text') segment!: string;
  /** The sales rep. */
  @Column('text', { nullable: true }) ownerName!: string | null;
  @Column('text', { nullable: true }) csmName!: string | null;
  @Column('numeric', { nullable: true }) amount!: string | null;
  @Column('numeric', { nullable: true }) arr!: string | null;
  @Column('text', { nullable: true }) currency!: string | null;
  /** Everything that can be filtered and broken down by, name to value. */
  @Column('jsonb', { default: {} }) dimensions!: Record<string, string>;
  /** A CS or implementation owner is on the deal or account. */
  @Column('timestamptz', { nullable: true }) ownerNamedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) welcomeAt!: Date | null;
  @Column('timestamptz', { nullable: true }) nextStepsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) internalMeetingAt!: Date | null;
  /** The brief was accepted by the receiving team. */
  @Column('timestamptz', { nullable: true }) knowledgeTransferAt!: Date | null;
  @Column('timestamptz', { nullable: true }) kickoffAt!: Date | null;
  @Column('timestamptz', { nullable: true }) promiseGapAt!: Date | null;
  @Column('timestamptz', { nullable: true }) promiseConversationAt!: Date | null;
  @Column('timestamptz', { nullable: true }) onboardingCompletedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) firstValueAt!: Date | null;
  /** Notice given; counted apart from the end of service. */
  @Column('timestamptz', { nullable: true }) noticeAt!: Date | null;
  /** End of service. */
  @Column('timestamptz', { nullable: true }) churnedAt!: Date | null;
  /** First CSAT survey sent after t0. */
  @Column('timestamptz', { nullable: true }) surveyAskedAt!: Date | null;
  /** First CSAT response at or after t0. */
  @Column('timestamptz', { nullable: true }) surveyAnsweredAt!: Date | null;
  /** Of that first response. */
  @Column('boolean', { nullable: true }) surveySatisfied!: boolean | null;
  /** Of that first response, mapped to 1 to 5. */
  @Column('numeric', { nullable: true }) surveyScore!: string | null;
  /** When each of the six sections was filled, in the order of BRIEF_SECTIONS; null while empty. */
  @Column('timestamptz', { array: true, default: '{}' }) briefSectionAt!: (Date | null)[];
  /** Contacts with the customer in the first 14 days, oldest first. */
  @Column('timestamptz', { array: true, default: '{}' }) contactAt!: Date[];
  /** Episodes of repeated information, oldest first. */
  @Column('timestamptz', { array: true, default: '{}' }) repeatAt!: Date[];
  /** Of each of these episodes: 'reported', 'asked again' or 'inferred'. */
  @Column('text', { array: true, default: '{}' }) repeatTier!: string[];
  /** When the account went from one owner on our side to another, oldest first; the first naming is no change. */
  @Column('timestamptz', { array: true, default: '{}' }) ownerChangeAt!: Date[];
  /** Escalations, oldest first. */
  @Column('timestamptz', { array: true, default: '{}' }) escalationAt!: Date[];
  /** The deal was deleted, reopened for good or excluded: it counts nowhere, but a snapshot must learn of it. */
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  /** Of the workspace when it last changed. */
  @Column('bigint') revision!: string;
}
