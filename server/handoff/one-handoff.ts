import type { DataSource } from 'typeorm';
import { BRIEF_SECTIONS, Handoff, type Workspace } from '../../etl/warehouse/index.js';
import { currentDefinition } from '../definition/definition-of.js';
import { workingTimeOf } from '../definition/working-time.js';
import { accountOf, dealRecord } from './account-of.js';
import { type KnownUntil, knownShape } from './as-of.js';
import type { ClockFacts } from './clock.js';
import { clockShape, nextToBreak, readClocks } from './clock-reading.js';
import { by } from './clock-state.js';
import type { HandoffAnswer } from './handoff.schema.js';
import { MOMENTS } from './moment.js';
import { SECTION_LABELS, timeline } from './timeline.js';
import { EVERYTHING, sees, type Visibility } from './visibility.js';
import { floorSecond, wholeSeconds } from './whole-seconds.js';

interface Wanted {
  id: string;
  known: KnownUntil;
  time?: 'wall' | 'working';
  /** Whose handoffs there are for the one who asks; all when left out. */
  visibility?: Visibility;
}

/** One handoff as it was known at a moment; null when its deal was not won by then, is excluded or deleted, or is not to be seen. */
export async function oneHandoff(
  db: DataSource,
  workspace: Workspace,
  { id, known, time = 'wall', visibility = EVERYTHING }: Wanted,
): Promise<HandoffAnswer | null> {
  const handoff = await db.getRepository(Handoff).findOneBy({ workspaceId: workspace.id, id });
  if (!handoff || handoff.removedAt || handoff.wonAt > known.asOf || !sees(visibility, handoff)) return null;
  const at = known.observedUntil ?? known.asOf;
  const [account, deal, events] = await Promise.all([
    accountOf(db, handoff),
    dealRecord(db, handoff),
    timeline(db, workspace.id, { handoffId: id, known }),
  ]);
  const { definition } = await currentDefinition(db, workspace.id);
  const hours = time === 'working' ? workingTimeOf(definition.calendar, workspace.timeZone) : 'wall';
  const clocks = readClocks(wholeSeconds(handoff), { at: floorSecond(at), definition, time: hours });
  const next = nextToBreak(clocks);
  return {
    known: knownShape(known, workspace),
    sample: workspace.sample,
    ...namesOf(handoff),
    account,
    deal,
    open: isOpen(handoff, at),
    moments: MOMENTS.map(({ name, label }) => ({ name, label, at: iso(by(handoff[name], at)) })),
    brief: BRIEF_SECTIONS.map((section, i) => ({
      section,
      label: SECTION_LABELS[section],
      filledAt: iso(by(handoff.briefSectionAt[i] ?? null, at)),
    })),
    clocks: clocks.map(clockShape),
    next: next && clockShape(next),
    timeline: events,
  };
}

/** The customer is still here, and onboarding or first value is still to come. */
export function isOpen(handoff: ClockFacts, at: Date): boolean {
  return !by(handoff.churnedAt, at) && !(by(handoff.onboardingCompletedAt, at) && by(handoff.firstValueAt, at));
}

/** A numeric column as a number; null stays null. */
export const amountOf = (numeric: string | null): number | null => (numeric === null ? null : Number(numeric));

function namesOf(handoff: Handoff) {
  return {
    id: handoff.id,
    name: handoff.name,
    wonAt: handoff.wonAt.toISOString(),
    t0Source: handoff.t0Source,
    segment: handoff.segment,
    owner: handoff.ownerName,
    csm: handoff.csmName,
    amount: amountOf(handoff.amount),
    arr: amountOf(handoff.arr),
    currency: handoff.currency,
    dimensions: handoff.dimensions,
  };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;
