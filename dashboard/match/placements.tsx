import { Button } from '@mantine/core';
import type { Placement } from '../api/shape.js';
import { fromNow } from '../ui/format.js';
import { Panel } from '../ui/panel.js';
import styles from './match.module.css';
import { usePlacements, useUnplace } from './use-match.js';

/** What people have decided; each decision can be taken back. */
export function Placements() {
  const placements = usePlacements();
  return (
    <Panel
      title="Decided by hand"
      query={placements}
      height={120}
      empty={(data) => (data.count === 0 ? { kind: 'nothing', title: 'Nothing has been decided by hand' } : null)}
    >
      {(data) => (
        <ul className={styles.rows}>
          {data.placements.map((one) => (
            <Decided key={`${one.kind} ${one.sourceId} ${one.externalId}`} one={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Decided({ one }: { one: Placement }) {
  const unplace = useUnplace();
  const name = one.name ?? one.externalId;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p>
          <strong>{name}</strong> {one.apart ? 'belongs to nobody' : `is ${one.accountName ?? 'of an account that is gone'}`}
        </p>
        <p className={styles.soft}>
          {one.kind} in {one.sourceName}, decided {fromNow(one.decidedAt, new Date())}
        </p>
      </div>
      <div className={styles.decide}>
        <Button size="compact-sm" variant="default" loading={unplace.isPending} onClick={() => unplace.mutate(one)}>
          Take back<span className="visually-hidden"> what was decided about {name}</span>
        </Button>
      </div>
      {unplace.error && (
        <p role="alert" className={styles.bad}>
          {unplace.error.message}
        </p>
      )}
    </li>
  );
}
