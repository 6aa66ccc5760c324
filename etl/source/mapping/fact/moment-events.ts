import { Event } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { Moments } from '../mapping-column.js';
import { type Row, sorted } from '../row.js';

interface Owner {
  /** 'deal:17': tells these events from those of other files. */
  key: string;
  accountExternalId: string | null;
  dealExternalId: string | null;
}

/** The moments that stand in columns of a deal or an account, as events. */
export function momentEvents(row: Row, moments: Moments | undefined, { key, ...owner }: Owner): Rows {
  const rows = sorted(moments ?? {}).flatMap(([kind, column]) => {
    const at = row.moment(column);
    return at ? [{ externalId: `${key}:${kind}`, kind, at, ...owner }] : [];
  });
  return { table: Event, rows };
}
