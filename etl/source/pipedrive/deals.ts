import { Deal, DealStageChange, Event } from '../../warehouse/index.js';
import type { Stream } from '../source.js';
import { withChanges } from './changelog.js';
import { briefEvents, dealRow, momentEvents, ownerNamed } from './deal-facts.js';
import { pipedriveStream } from './pipedrive-stream.js';
import type { Pipedrive } from './record.js';
import { stageChanges } from './stage-changes.js';
import { wireDeal } from './wire-deal.js';

const DEALS = '/api/v2/deals';

/** Archived deals and deleted ones are in lists of their own. A deleted one is listed for 30 days. */
export function deals(pipedrive: Pipedrive): Stream {
  const { mapping } = pipedrive.settings;
  return pipedriveStream(pipedrive, {
    name: 'deals',
    path: DEALS,
    lists: [{ path: DEALS }, { path: `${DEALS}/archived` }, { path: DEALS, query: { status: 'deleted' } }],
    wire: wireDeal,
    query: { include_fields: 'first_won_time' },
    fields: '/api/v1/dealFields',
    joined: (records, fields, signal) => withChanges(pipedrive, records, { fields, signal }),
    page: '/deal/',
    toRows: (deal) => [
      { table: Deal, rows: [dealRow(deal, mapping)] },
      { table: DealStageChange, rows: stageChanges(deal) },
      { table: Event, rows: [...momentEvents(deal, mapping), ...briefEvents(deal, mapping), ...ownerNamed(deal, mapping)] },
    ],
  });
}
