import type { DataSource } from 'typeorm';
import type { Handoff } from '../../etl/warehouse/index.js';
import type { ClockFacts } from '../handoff/clock.js';

const DAY = 86_400_000;

/**
 * Open handoffs are looked at for half a year. Whoever reached nothing by then is a question of churn, and a list that
 * keeps them for ever buries those that can still be helped.
 */
export const LOOKED_AT_DAYS = 180;

/** An open handoff, with what its clocks and its line in the list need. */
export type OpenHandoff = ClockFacts &
  Pick<Handoff, 'id' | 'name' | 'accountId' | 'accountName' | 'ownerName' | 'csmName' | 'amount' | 'arr' | 'currency' | 'dimensions'>;

export const wonSince = (at: Date) => new Date(at.getTime() - LOOKED_AT_DAYS * DAY);

/** Handoffs won in [wonSince(at), at] whose customer is here and whose onboarding or first value was still to come at that moment. */
export function openHandoffs(db: DataSource, workspaceId: string, at: Date): Promise<OpenHandoff[]> {
  return db.query<OpenHandoff[]>(
    `select id, name, account_id as "accountId", account_name as "accountName", segment, owner_name as "ownerName",
       csm_name as "csmName", amount, arr, currency, dimensions, won_at as "wonAt", owner_named_at as "ownerNamedAt",
       welcome_at as "welcomeAt", next_steps_at as "nextStepsAt", internal_meeting_at as "internalMeetingAt",
       knowledge_transfer_at as "knowledgeTransferAt", kickoff_at as "kickoffAt", promise_gap_at as "promiseGapAt",
       promise_conversation_at as "promiseConversationAt", onboarding_completed_at as "onboardingCompletedAt",
       first_value_at as "firstValueAt", notice_at as "noticeAt", churned_at as "churnedAt",
       survey_asked_at as "surveyAskedAt", survey_answered_at as "surveyAnsweredAt", contact_at as "contactAt"
     from handoff
     where workspace_id = $1 and removed_at is null and won_at >= $3 and won_at <= $2
       and (churned_at is null or churned_at > $2)
       and (onboarding_completed_at is null or onboarding_completed_at > $2 or first_value_at is null or first_value_at > $2)
     order by id`,
    [workspaceId, at, wonSince(at)],
  );
}

/** How many handoffs are as open, but won too long ago to be looked at. */
export async function olderOpenCount(db: DataSource, workspaceId: string, at: Date): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::integer as count from handoff
     where workspace_id = $1 and removed_at is null and won_at < $3
       and (churned_at is null or churned_at > $2)
       and (onboarding_completed_at is null or onboarding_completed_at > $2 or first_value_at is null or first_value_at > $2)`,
    [workspaceId, at, wonSince(at)],
  );
  return row?.count ?? 0;
}
