import type { ReactNode } from 'react';
import { Choice } from '../ui/choice.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import styles from './driver.module.css';
import { type AskedQuery, type Change, type DriverSearch, FIRST } from './driver-search.js';
import { FactorPanel } from './factor-panel.js';
import { MixPanel } from './mix-panel.js';
import { PeoplePanel } from './people-panel.js';
import { useChoices, useFactors, useMix, usePeople } from './use-driver.js';

interface DriverPageProps {
  /** Null until the workspace's zone is known. */
  asked: AskedQuery | null;
  search: DriverSearch;
  change: Change;
  /** What is asked, to be changed. */
  filters: ReactNode;
}

/** Why numbers move, what goes with them, and who is further from the whole than chance explains. */
export function DriverPage({ asked, search, change, filters }: DriverPageProps) {
  const { kpi = FIRST.kpi, by = FIRST.by, who = FIRST.who } = search;
  const { dimensions, kpis } = useChoices(asked);
  const options = kpis.some(({ value }) => value === kpi) ? kpis : [{ value: kpi, label: kpi }, ...kpis];
  return (
    <Page title="Drivers" lead={<p>Why a number moved, what goes with how handoffs end, and who stands apart</p>}>
      <IgnoredNotice />
      {filters}
      <FactorPanel query={useFactors(asked)} />
      <div className={styles.choose}>
        <Choice
          label="The number"
          value={kpi}
          options={options}
          onChange={(value) => change({ kpi: value === FIRST.kpi ? undefined : value })}
        />
      </div>
      <MixPanel query={useMix(asked, search)} by={by} dimensions={dimensions} change={change} />
      <PeoplePanel query={usePeople(asked, search)} who={who} dimensions={dimensions} change={change} />
    </Page>
  );
}
