import { z } from 'zod';
import { associationsOf } from './associations.js';
import { HUBSPOT_API_VERSION } from './client.js';
import type { CrmObject } from './crm-object.js';
import { wireId, wireList } from './object-reader.js';
import type { Reading } from './reading.js';
import { unavailable } from './unavailable.js';

const PATH = `/crm/objects/${HUBSPOT_API_VERSION}/line_items`;
const PROPERTIES = ['name', 'amount', 'hs_arr', 'hs_recurring_billing_period', 'recurringbillingfrequency'];
const PAGE = 100;
const wireLink = z.object({ toObjectId: z.coerce.string() });

/** Puts each deal's line items into it. A refusal leaves them out where the account need not have them. */
export async function withLineItems(reading: Reading, deals: unknown[]): Promise<unknown[]> {
  const { lineItems, associationsApi: api } = reading.settings;
  if (lineItems === 'no') return deals;
  const ids = deals.flatMap((deal) => wireId.safeParse(deal).data?.id ?? []);
  try {
    const links = await associationsOf(reading.client, { api, from: 'deals', to: 'line_items', ids }, reading.signal);
    const idsOf = new Map([...links].map(([id, found]) => [id, found.flatMap((link) => wireLink.safeParse(link).data?.toObjectId ?? [])]));
    const items = await readItems(reading, [...new Set([...idsOf.values()].flat())]);
    return deals.map((deal) => {
      const found = idsOf.get(wireId.safeParse(deal).data?.id ?? '')?.flatMap((id) => items.get(id) ?? []) ?? [];
      return found.length === 0 ? deal : { ...(deal as object), lineItems: found };
    });
  } catch (error) {
    if (lineItems === 'required' || !unavailable(error)) throw error;
    return deals;
  }
}

async function readItems({ client, signal }: Reading, ids: string[]): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (let start = 0; start < ids.length; start += PAGE) {
    const inputs = ids.slice(start, start + PAGE).map((id) => ({ id }));
    const { results } = await client.post(wireList, `${PATH}/batch/read`, { inputs, properties: PROPERTIES }, signal);
    for (const item of results) found.set(wireId.parse(item).id, item);
  }
  return found;
}

/** The name of the line item with the greatest amount, the first of equals; null without any. */
export function mainProduct({ lineItems }: CrmObject): string | null {
  const amount = (item: CrmObject['lineItems'][number]) => Number(item.properties.amount ?? 0) || 0;
  const [main] = lineItems.toSorted((a, b) => amount(b) - amount(a));
  return main?.properties.name ?? null;
}

/** Yearly recurring revenue of all line items together, decimal text; null when none of them is recurring. */
export function recurringOf({ lineItems }: CrmObject): string | null {
  const values = lineItems.flatMap(({ properties }) => (properties.hs_arr ? [properties.hs_arr] : []));
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + Number(value), 0);
  if (!Number.isFinite(sum)) throw new Error(`hs_arr of a line item: "${values.join(', ').slice(0, 60)}" is not a number`);
  return String(Math.round(sum * 100) / 100);
}
