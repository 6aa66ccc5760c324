import form from '../ui/form/form.module.css';
import table from '../ui/table.module.css';
import styles from './definition.module.css';
import { NumberCell } from './number-cell.js';
import type { PartProps } from './part-props.js';

type Windows = PartProps['definition']['windows'];

const WINDOWS: [keyof Windows, string][] = [
  ['csatDays', 'First answers to a survey count that long'],
  ['churnDays', 'Churn is looked for that long'],
  ['repeatDays', 'Repeated information counts that long'],
  ['escalationDays', 'Escalations count that long'],
  ['ownershipDays', 'Changes of owner count that long'],
  ['quietDays', 'No customer is left without contact that long'],
];

/** What each KPI should reach, and how long after the won deal it looks. */
export function KpiTargets(props: PartProps) {
  const { definition, change } = props;
  return (
    <>
      <fieldset className={form.group}>
        <legend>Windows, in days from the won deal</legend>
        <div className={styles.grid}>
          {WINDOWS.map(([window, label]) => (
            <label key={window} className={form.field}>
              <span>{label}</span>
              <input
                type="number"
                min={1}
                max={365}
                step={1}
                value={definition.windows[window]}
                onChange={(event) =>
                  change({ ...definition, windows: { ...definition.windows, [window]: event.currentTarget.valueAsNumber } })
                }
              />
            </label>
          ))}
        </div>
      </fieldset>
      <Targets {...props} />
    </>
  );
}

function Targets({ definition, change, choices: { kpis, segments } }: PartProps) {
  const columns = ['all', ...segments];
  const set = (id: string, segment: string, target: number | null) => {
    const { [segment]: _, ...rest }: Record<string, number | null> = definition.kpiTargets[id] ?? {};
    const said = { all: null, ...rest, ...(target === null ? {} : { [segment]: target }) };
    const { [id]: __, ...others } = definition.kpiTargets;
    const empty = Object.values(said).every((one) => one === null);
    change({ ...definition, kpiTargets: empty ? others : { ...others, [id]: said } });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label="Targets of KPIs by segment, table">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">KPI</th>
            {columns.map((segment) => (
              <th key={segment} scope="col">
                {segment}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kpis.map(({ id, name, unit }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className={styles.hint}>{unit === 'share' ? 'share, 0 to 1' : unit}</span>
              </th>
              {columns.map((segment) => (
                <td key={segment}>
                  <NumberCell
                    label={`${name}, ${segment}`}
                    value={definition.kpiTargets[id]?.[segment] ?? null}
                    {...(unit === 'share' && { max: 1 })}
                    onChange={(target) => set(id, segment, target)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
