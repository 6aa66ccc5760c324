import { Button } from '@mantine/core';
import type { RiskAnswer } from '../api/shape.js';
import { Choice } from '../ui/choice.js';
import type { Emptiness } from '../ui/empty.js';
import foot from '../ui/foot.module.css';
import { count, counted, moment, money } from '../ui/format.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Shown } from '../ui/load-more.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { ModelPanel } from './model-panel.js';
import styles from './risk.module.css';
import { RiskRow } from './risk-row.js';
import type { RiskSearch } from './risk-search.js';
import { useRisk } from './use-risk.js';

interface RiskPageProps {
  search: RiskSearch;
  change: (patch: Partial<RiskSearch>) => void;
}

const EVERYBODY = '*';

/** Without chances there is nothing else to go by. */
const RULE = { value: 'amount' as const, label: 'most money' };

const ORDERS = [{ value: 'loss' as const, label: 'most expected loss' }, { value: 'chance' as const, label: 'most likely churn' }, RULE];

/** What is about to slip, the most expected loss first: why, the record behind it, and what breaks next. */
export function RiskPage({ search, change }: RiskPageProps) {
  const risk = useRisk(search);
  const pages = risk.data?.pages ?? [];
  const first = pages[0];
  const items = pages.flatMap((page) => page.items);
  const csms = first?.csms ?? [];
  const asked =
    search.csm === undefined ? [] : csms.some(({ name }) => (name ?? '') === search.csm) ? [] : [{ name: search.csm, count: 0 }];
  const options = [...csms, ...asked].map(({ name, count: size }) => ({
    value: name ?? '',
    label: `${name || 'no CSM'} (${count(size)})`,
  }));
  return (
    <Page
      title="Accounts at risk"
      lead={
        first && (
          <p>
            Read as of {moment(first.known.observedUntil ?? first.known.asOf, first.known.timeZone)}. {first.considered.words}
          </p>
        )
      }
      actions={
        <>
          <Choice
            label="CSM"
            value={search.csm ?? EVERYBODY}
            options={[{ value: EVERYBODY, label: 'everybody' }, ...options]}
            onChange={(csm) => change({ csm: csm === EVERYBODY ? undefined : csm })}
          />
          <Choice
            label="Order"
            value={first?.order ?? search.sort ?? 'loss'}
            options={first?.basis.kind === 'rules' ? [RULE] : ORDERS}
            onChange={(sort) => change({ sort: sort === 'loss' ? undefined : sort })}
          />
        </>
      }
    >
      <IgnoredNotice />
      <Panel
        title="Accounts at risk"
        hideTitle
        query={{ ...risk, data: first }}
        height={520}
        empty={(answer) => emptiness(answer, search, () => change({ csm: undefined }))}
      >
        {(answer) => (
          <>
            <Total answer={answer} />
            <ol className={styles.rows}>
              {items.map((item) => (
                <RiskRow
                  key={item.handoffId}
                  item={item}
                  timeZone={answer.known.timeZone}
                  asOf={search.asOf}
                  history={answer.basis.kind === 'history'}
                />
              ))}
            </ol>
            <div className={foot.foot}>
              <Shown shown={items.length} total={answer.total} list={risk} />
            </div>
          </>
        )}
      </Panel>
      <ModelPanel asOf={search.asOf} />
    </Page>
  );
}

function Total({ answer }: { answer: RiskAnswer }) {
  return (
    <div className={styles.total}>
      {answer.amounts.map(({ currency, amount, expectedLoss }) => (
        <p key={currency} className={styles.amount}>
          {money(amount, currency)} <span className={styles.soft}>at risk</span>
          {expectedLoss !== null && <span className={styles.soft}>, {money(expectedLoss, currency)} expected loss</span>}
        </p>
      ))}
      <p className={styles.soft}>
        {counted(answer.total, 'handoff')} of {count(answer.considered.openCount)} open
        {answer.withoutAmount > 0 && `, ${count(answer.withoutAmount)} without an amount`}
      </p>
      <p className={styles.basis}>{answer.basis.words}</p>
    </div>
  );
}

function emptiness(answer: RiskAnswer, search: RiskSearch, clear: () => void): Emptiness | null {
  if (answer.total > 0) return null;
  if (search.csm !== undefined && answer.csms.length > 0)
    return {
      kind: 'no match',
      title: `Nothing of ${search.csm || 'handoffs without a CSM'} is at risk`,
      action: (
        <Button size="xs" variant="default" onClick={clear}>
          Show everybody
        </Button>
      ),
    };
  if (answer.known.dataAsOf === null)
    return {
      kind: 'syncing',
      title: 'Not every source has been read yet',
      words: 'Clocks are read once it is known what has not happened.',
    };
  return {
    kind: 'nothing',
    title: 'Nothing is about to slip',
    words: `${counted(answer.considered.openCount, 'open handoff')} looked at.`,
  };
}
