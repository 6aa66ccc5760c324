import { Empty } from '../ui/empty.js';
import { Panel } from '../ui/panel.js';
import { Chance, Loss } from './chance.js';
import { Reasons } from './reasons.js';
import styles from './risk.module.css';
import { Coverage, NextClock } from './risk-row.js';
import { useOneRisk } from './use-one-risk.js';

/** How likely one customer is to leave, and why, on the page of its handoff. */
export function HandoffRisk({ id, asOf }: { id: string; asOf: string | undefined }) {
  const risk = useOneRisk(id, asOf);
  return (
    <Panel
      title="Risk"
      query={risk}
      height={160}
      empty={({ risk: found }) =>
        found ? null : { kind: 'nothing', title: 'Nothing can slip any more', words: 'This handoff is no longer open.' }
      }
    >
      {(answer) =>
        answer.risk && (
          <div className={styles.one}>
            <div className={styles.why}>
              {answer.risk.reasons.length > 0 ? (
                <Reasons reasons={answer.risk.reasons} />
              ) : (
                <Empty kind="nothing" title="Nothing is wrong with it" />
              )}
            </div>
            <div className={styles.next}>
              <Chance chance={answer.risk.chance} says />
              <Loss item={{ ...answer, expectedLoss: answer.risk.expectedLoss }} />
              <NextClock next={answer.risk.next} timeZone={answer.known.timeZone} />
              <Coverage coverage={answer.risk.coverage} />
            </div>
          </div>
        )
      }
    </Panel>
  );
}
