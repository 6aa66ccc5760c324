import { z } from 'zod';
import type { PipedriveClient } from './client.js';

/** https://developers.pipedrive.com/docs/api/v1/DealFields */
const wireField = z.object({ key: z.string(), name: z.string() });

const OWN = /^[0-9a-f]{40}$/;

/** Key of each field of one's own to the name people see. Of two with one name each keeps its key. */
export async function fieldNames(client: PipedriveClient, path: string, signal: AbortSignal): Promise<Map<string, string>> {
  const fields: z.output<typeof wireField>[] = [];
  for (let start: number | null = 0; start !== null; ) {
    const { data, nextStart } = await client.list(path, { start, limit: 500 }, { signal });
    fields.push(...data.flatMap((field) => wireField.safeParse(field).data ?? []));
    start = nextStart !== null && nextStart > start ? nextStart : null;
  }
  const own = fields.filter(({ key }) => OWN.test(key));
  const times = new Map<string, number>();
  for (const { name } of own) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(own.map(({ key, name }) => [key, times.get(name) === 1 ? name : key]));
}
