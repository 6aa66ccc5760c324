import table from '../ui/table.module.css';
import styles from './definition.module.css';
import { NumberCell } from './number-cell.js';
import type { PartProps } from './part-props.js';

/** From so many hours on a target is written in days. */
const IN_DAYS = 120;

/** Clock by segment. A segment without a target of its own has the standard one. */
export function TargetTable({ definition, change, choices }: PartProps) {
  const { segments, clocks } = choices;
  const set = (clock: string, segment: string, hours: number | null) => {
    const id = clock as keyof typeof definition.targets;
    const { [segment]: _, ...rest } = definition.targets[id];
    const target = { ...rest, ...(hours === null ? {} : { [segment]: hours }) } as (typeof definition.targets)[typeof id];
    change({ ...definition, targets: { ...definition.targets, [id]: target } });
  };
  return (
    <>
      <p className={styles.soft}>Each clock must stop within so many hours; a segment that is left empty has the standard target.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label="Targets by clock and segment, table">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Clock</th>
              {segments.map((segment) => (
                <th key={segment} scope="col">
                  {segment}, hours
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clocks.map(({ id, name }) => {
              const hours: Record<string, number> = definition.targets[id as keyof typeof definition.targets];
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {segments.map((segment) => (
                    <td key={segment}>
                      <NumberCell
                        label={`${name}, ${segment}, hours`}
                        value={hours[segment] ?? null}
                        hint={inDays(hours[segment] ?? hours.standard ?? null)}
                        max={8_760}
                        onChange={(next) => set(id, segment, next)}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

const inDays = (hours: number | null): string => (hours !== null && hours >= IN_DAYS ? `${Math.round((hours / 24) * 10) / 10} days` : '');
