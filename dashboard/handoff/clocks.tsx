import type { ClockReading, HandoffAnswer } from '../api/shape.js';
import { Badge, type Tone } from '../ui/badge.js';
import { lengthOfTime, moment } from '../ui/format.js';
import styles from './handoff.module.css';

const TONES: Record<ClockReading['state'], Tone> = {
  met: 'good',
  running: 'neutral',
  'at risk': 'warn',
  breached: 'bad',
  'not started': 'neutral',
  ended: 'neutral',
};

/** Every promise about this handoff, and whether it was kept. */
export function Clocks({ handoff: { clocks, known } }: { handoff: HandoffAnswer }) {
  return (
    <ul className={styles.clocks}>
      {clocks.map((clock) => (
        <li key={clock.id} data-clock={clock.id}>
          <div className={styles.clockHead}>
            <strong>{clock.name}</strong>
            <Badge tone={TONES[clock.state]}>{clock.state}</Badge>
          </div>
          <p>{clock.words}</p>
          <Used clock={clock} />
          <p className={styles.soft}>{times(clock, known.timeZone)}</p>
        </li>
      ))}
    </ul>
  );
}

/** How much of its time is used; full when it is used up. */
function Used({ clock: { usedShare, state } }: { clock: ClockReading }) {
  if (usedShare === null) return null;
  return (
    <div className={styles.used} data-tone={TONES[state]} aria-hidden>
      <span style={{ inlineSize: `${Math.min(100, Math.max(0, usedShare * 100))}%` }} />
    </div>
  );
}

function times(clock: ClockReading, timeZone: string): string {
  const target = clock.targetHours === 0 ? 'at once' : `within ${lengthOfTime(clock.targetHours * 60)}`;
  if (!clock.startedAt) return `Stops ${target} once it starts, when ${clock.stopsWhen}.`;
  const due = clock.dueAt ? `Due ${moment(clock.dueAt, timeZone)}` : `Due ${target}`;
  if (clock.stoppedAt) return `${due}; stopped ${moment(clock.stoppedAt, timeZone)}.`;
  return `${due}. Stops when ${clock.stopsWhen}.`;
}
