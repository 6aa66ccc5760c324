import table from '../ui/table.module.css';
import styles from './definition.module.css';
import { NumberCell } from './number-cell.js';
import type { PartProps } from './part-props.js';

type Health = PartProps['definition']['health'];

const PARTS: Record<keyof Health, string> = {
  'owner-named': 'Owner named on time',
  welcome: 'Welcome on time',
  brief: 'Brief filled',
  kickoff: 'Kickoff on time',
  contact: 'Never left without contact',
  onboarding: 'Onboarding on time',
  'first-value': 'First value on time',
  csat: 'Satisfied in the first week',
  repeats: 'Nothing had to be repeated',
  escalations: 'No escalation',
  promises: 'Promises kept or talked about',
};

/** What each part weighs in handoff health, and what that is of the whole. */
export function HealthFields({ definition, change }: PartProps) {
  const { health } = definition;
  const sum = Object.values(health).reduce((total, weight) => total + weight, 0);
  return (
    <>
      <p className={styles.soft}>
        The weights add up to {sum}. A part that is not known of a handoff is left out, and the others weigh more; it is never scored as
        good.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label="Weights of handoff health, table">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Weight</th>
              <th scope="col" className={table.number}>
                Of the whole
              </th>
            </tr>
          </thead>
          <tbody>
            {(Object.keys(PARTS) as (keyof Health)[]).map((part) => (
              <tr key={part}>
                <th scope="row">{PARTS[part]}</th>
                <td>
                  <NumberCell
                    label={`Weight of ${PARTS[part]}`}
                    value={health[part]}
                    max={100}
                    onChange={(weight) => change({ ...definition, health: { ...health, [part]: weight ?? 0 } })}
                  />
                </td>
                <td className={table.number}>{sum > 0 ? `${Math.round((health[part] / sum) * 100)} %` : 'nothing'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
