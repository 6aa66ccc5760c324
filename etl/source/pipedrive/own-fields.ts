import { z } from 'zod';
import type { PipedriveClient } from './client.js';

/** https://developers.pipedrive.com/docs/api/v1/DealFields */
const wireField = z.object({
  key: z.string(),
  name: z.string(),
  options: z.array(z.object({ id: z.union([z.number(), z.string(), z.boolean()]), label: z.string() })).nullish(),
});

/** A field of one's own. */
export interface OwnField {
  /** As people see it; the key where two fields have one name. */
  name: string;
  /** Of its options, by their number. */
  labels: Map<string, string>;
}

/** By key. */
export type OwnFields = Map<string, OwnField>;

const OWN = /^[0-9a-f]{40}$/;

export async function ownFields(client: PipedriveClient, path: string, signal: AbortSignal): Promise<OwnFields> {
  const fields = new Map<string, z.output<typeof wireField>>();
  for (let start: number | null = 0; start !== null; ) {
    const { data, nextStart } = await client.list(path, { start, limit: 500 }, { signal });
    for (const field of data.flatMap((one) => wireField.safeParse(one).data ?? [])) fields.set(field.key, field);
    start = nextStart !== null && nextStart > start ? nextStart : null;
  }
  const own = [...fields.values()].filter(({ key }) => OWN.test(key));
  const times = new Map<string, number>();
  for (const { name } of own) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(own.map((field) => [field.key, { name: times.get(field.name) === 1 ? field.name : field.key, labels: labelsOf(field) }]));
}

const labelsOf = ({ options }: z.output<typeof wireField>) => new Map((options ?? []).map(({ id, label }) => [String(id), label]));

/** What a record has in its own fields, by the names people see, with labels for the numbers of options. What is not set is left out. */
export function namedFields(payload: unknown, fields: OwnFields): Record<string, unknown> {
  const { custom_fields: own } = payload as { custom_fields?: Record<string, unknown> | null };
  const set = Object.entries(own ?? {}).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(set.map(([key, value]) => [fields.get(key)?.name ?? key, labelled(value, fields.get(key)?.labels)]));
}

function labelled(value: unknown, labels: Map<string, string> = new Map()): unknown {
  if (Array.isArray(value)) return value.map((one) => labelled(one, labels));
  return typeof value === 'number' || typeof value === 'string' ? (labels.get(String(value)) ?? value) : value;
}
