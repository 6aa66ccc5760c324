import { type Book, type Kept, type KeptDeal, type OwnField, oldTime, seconds } from './book.js';
import { times } from './lists.js';

/** When everything was made that tells no better. */
const MADE = Date.parse('2024-01-15T09:30:00Z');

export function wireRecord(row: Kept, fields: OwnField[], labels: boolean): Record<string, unknown> {
  const { custom_fields: own, ...rest } = row.fields as { custom_fields?: Record<string, unknown> };
  const shown = Object.entries(own ?? {}).map(([key, value]) => [key, labels ? labelled(fields, key, value) : value]);
  return { id: row.id, ...rest, ...times(row), ...(own === undefined ? {} : { custom_fields: Object.fromEntries(shown) }) };
}

function labelled(fields: OwnField[], key: string, value: unknown): unknown {
  return fields.find((field) => field.key === key)?.options.find(({ id }) => id === value) ?? value;
}

/** `first`: whether the moment of the first win was asked for. */
export function wireDeal(
  deal: KeptDeal,
  fields: OwnField[],
  { labels, first }: { labels: boolean; first: boolean },
): Record<string, unknown> {
  return {
    ...wireRecord(deal, fields, labels),
    ...(deal.deletedAt === null ? {} : { status: 'deleted' }),
    is_archived: deal.archivedAt !== null,
    archive_time: deal.archivedAt === null ? null : seconds(deal.archivedAt),
    ...(first ? { first_won_time: deal.firstWonAt === null ? null : seconds(deal.firstWonAt) } : {}),
  };
}

const made = (id: number, fields: Record<string, unknown>): Kept => ({ id, addedAt: MADE, changedAt: MADE, deletedAt: null, fields });

export const keptPipeline = ({ id, name }: Book['pipelines'][number]): Kept =>
  made(id, { name, order_nr: id, is_deal_probability_enabled: false });

export const keptStage = ({ id, name, pipelineId }: Book['stages'][number]): Kept =>
  made(id, {
    name,
    pipeline_id: pipelineId,
    order_nr: id % 10,
    deal_probability: 50,
    is_deal_rot_enabled: false,
    days_to_rotten: null,
  });

/** The first user is the one who asks. */
export const wireUser = ({ id, name, email, active, changedAt }: Book['users'][number], n: number) => ({
  id,
  name,
  email,
  active_flag: active,
  default_currency: 'EUR',
  locale: 'de_DE',
  lang: 1,
  phone: null,
  activated: true,
  last_login: oldTime(changedAt),
  created: oldTime(MADE),
  modified: oldTime(changedAt),
  has_created_company: n === 0,
  timezone_name: 'Europe/Berlin',
  timezone_offset: '+01:00',
  role_id: 1,
  icon_url: null,
  is_you: n === 0,
  is_deleted: false,
});
