import type { Group, OneKpiAnswer } from '../api/shape.js';
import { topOf } from '../chart/scale.js';
import { Whisker } from '../chart/whisker.js';
import { Choice } from '../ui/choice.js';
import { count, interval, plainName, quantity, type Unit } from '../ui/format.js';
import { type Asked, Panel } from '../ui/panel.js';
import table from '../ui/table.module.css';
import styles from './breakdown.module.css';
import { ordered } from './group-order.js';
import { ListLink } from './list-link.js';
import type { Change, OverviewSearch } from './overview-search.js';
import { DEFAULT_BY } from './scope-search.js';
import { useDimensions } from './use-dimensions.js';
import type { AskedScope } from './use-scope.js';

/** Dimensions whose values are people. */
const PEOPLE = new Set(['owner', 'csm']);

interface BreakdownPanelProps {
  query: Asked<OneKpiAnswer>;
  search: OverviewSearch;
  scope: AskedScope | null;
  change: Change<OverviewSearch>;
}

/** The chosen KPI by a dimension: a dot on its interval, beside the same in figures. */
export function BreakdownPanel({ query, search, scope, change }: BreakdownPanelProps) {
  const dimensions = useDimensions(scope);
  const by = search.by ?? DEFAULT_BY;
  const known = dimensions.data?.dimensions ?? [];
  const label = known.find(({ name }) => name === by)?.label ?? plainName(by);
  const options = known.map(({ name, label }) => ({ value: name, label }));
  if (!known.some(({ name }) => name === by)) options.unshift({ value: by, label });
  const choice = (
    <Choice
      label="Break down by"
      value={by}
      options={options}
      onChange={(value) => change({ by: value === DEFAULT_BY ? undefined : value })}
    />
  );
  return (
    <Panel
      title={query.data ? `${query.data.answer.kpi.name} by ${by === 'csm' ? label : label.toLowerCase()}` : 'Breakdown'}
      aside={choice}
      query={query}
      height={260}
      empty={({ answer }) =>
        answer.breakdown?.length ? null : { kind: 'no match', title: 'No groups', words: 'No handoff in this period has a value for it.' }
      }
    >
      {({ answer }) => <Groups answer={answer} by={by} label={label} search={search} />}
    </Panel>
  );
}

interface GroupsProps {
  answer: OneKpiAnswer['answer'];
  by: string;
  label: string;
  search: OverviewSearch;
}

function Groups({ answer, by, label, search }: GroupsProps) {
  const { kpi, measure } = answer;
  const { groups, words } = ordered(answer.breakdown ?? [], { better: kpi.better, people: PEOPLE.has(by) });
  const top = topOf(
    groups.map((group) => ({ value: group.measure.value, high: group.measure.high })),
    [measure.value],
    kpi.unit === 'share',
  );
  return (
    <>
      <p className={styles.order}>{words}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={`${table.scroll} ${styles.box}`} tabIndex={0} aria-label={`${kpi.name} by ${label}, table`}>
        <table className={table.table}>
          <caption className="visually-hidden">
            {kpi.name} by {label}. {words}
          </caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <th scope="col" className={table.number}>
                n
              </th>
              <th scope="col" className={table.number}>
                Value
              </th>
              <th scope="col" className={table.number}>
                95 %
              </th>
              <th scope="col" className={styles.plot}>
                <span className="visually-hidden">Drawing</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.value ?? ''} data-group={group.value ?? ''}>
                <th scope="row" className={styles.name}>
                  {group.label}
                </th>
                <td className={table.number}>
                  <ListLink kpi={kpi.id} search={search} part={{ group: group.value ?? '' }} count={group.measure.n} of={group.label}>
                    {count(group.measure.n)}
                  </ListLink>
                </td>
                <Cells group={group} unit={kpi.unit} top={top} whole={measure.value} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Cells({ group: { measure }, unit, top, whole }: { group: Group; unit: Unit; top: number; whole: number | null }) {
  if (measure.value === null)
    return (
      <td colSpan={3} className={table.quiet}>
        {measure.n > 0 && measure.n < 5 ? 'fewer than 5: listed' : (measure.why ?? 'nothing to measure')}
      </td>
    );
  return (
    <>
      <td className={table.number}>{quantity(measure.value, unit)}</td>
      <td className={`${table.number} ${table.quiet}`}>
        {interval(measure, unit)}
        {measure.wide && <span className={styles.wide}> wide</span>}
      </td>
      <td className={styles.plot}>
        <Whisker value={measure.value} low={measure.low} high={measure.high} top={top} whole={whole} wide={measure.wide} />
      </td>
    </>
  );
}
