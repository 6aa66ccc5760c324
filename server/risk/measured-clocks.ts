import type { DataSource } from 'typeorm';
import type { ClockId } from '../definition/clock-id.js';
import { CLOCKS, type Clock } from '../handoff/clock.js';

/** With so many started and not one stopped, the stop is not recorded anywhere. */
const ENOUGH_STARTED = 30;

type Counts = Record<ClockId, number> & { started: number; gaps: number };

/**
 * The clocks of which something is known, and the others. Companies whose tools do not record welcomes would otherwise
 * see every customer as not welcomed.
 */
export async function measuredClocks(
  db: DataSource,
  workspaceId: string,
  at: Date,
): Promise<{ measured: ReadonlySet<ClockId>; unmeasured: Clock[] }> {
  const [counts] = await db.query<Counts[]>(
    `select count(*)::integer as started,
       count(*) filter (where promise_gap_at <= $2)::integer as gaps,
       count(*) filter (where owner_named_at <= $2)::integer as "owner-named",
       count(*) filter (where welcome_at <= $2)::integer as welcome,
       count(*) filter (where next_steps_at <= $2)::integer as "next-steps",
       count(*) filter (where internal_meeting_at <= $2)::integer as "internal-meeting",
       count(*) filter (where knowledge_transfer_at <= $2)::integer as "knowledge-transfer",
       count(*) filter (where kickoff_at <= $2)::integer as kickoff,
       count(*) filter (where promise_conversation_at <= $2)::integer as "promise-conversation",
       count(*) filter (where contact_at[1] <= $2)::integer as "quiet-period",
       count(*) filter (where onboarding_completed_at <= $2)::integer as onboarding,
       count(*) filter (where first_value_at <= $2)::integer as "first-value"
     from handoff
     where workspace_id = $1 and removed_at is null and won_at <= $2`,
    [workspaceId, at],
  );
  const unmeasured = counts ? CLOCKS.filter((clock) => neverStops(clock, counts)) : [];
  return { measured: new Set(CLOCKS.filter((clock) => !unmeasured.includes(clock)).map(({ id }) => id)), unmeasured };
}

function neverStops({ id }: Clock, counts: Counts): boolean {
  const started = id === 'promise-conversation' ? counts.gaps : counts.started;
  return started >= ENOUGH_STARTED && counts[id] === 0;
}
