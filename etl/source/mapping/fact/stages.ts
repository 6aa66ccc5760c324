import { DealStageChange } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';

export function stages(row: Row, { columns }: TableOf<'stages'>, key: string): Rows[] {
  const change = {
    externalId: key,
    dealExternalId: row.needed(columns.deal),
    stage: row.needed(columns.stage),
    enteredAt: row.neededMoment(columns.enteredAt),
    won: row.flag(columns.won) ?? false,
  };
  return [{ table: DealStageChange, rows: [change] }];
}
