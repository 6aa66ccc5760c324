import { Button, Modal } from '@mantine/core';
import type { Kpi } from '../api/shape.js';
import { counted } from '../ui/format.js';
import styles from './definition.module.css';
import { targetWords } from './target.js';

/** How a KPI is counted, in words. */
export function Definition({ kpi, close }: { kpi: Kpi; close: () => void }) {
  const copy = () => void navigator.clipboard?.writeText(globalThis.location.href);
  return (
    <Modal opened onClose={close} title={kpi.name} size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <p className={styles.question}>{kpi.question}</p>
      <h3 className={styles.heading}>How this is counted</h3>
      <p>{kpi.definition}</p>
      <dl className={styles.facts}>
        <dt>Statistic</dt>
        <dd>{kpi.statistic}</dd>
        <dt>Window</dt>
        <dd>{counted(kpi.windowDays, 'day')} from the won deal; until then a handoff is immature and its number is marked "so far"</dd>
        <dt>Better</dt>
        <dd>{kpi.better}</dd>
        <dt>Target</dt>
        <dd>{targetWords(kpi) ?? 'none'}</dd>
        <dt>Definition</dt>
        <dd>version {kpi.version}</dd>
      </dl>
      <Button variant="default" size="xs" onClick={copy}>
        Copy link to this view
      </Button>
    </Modal>
  );
}
