import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { zendeskKind } from '../../etl/source/zendesk/zendesk.js';

const folder = `${process.env.BATON_RECORDINGS ?? ''}/zendesk/node-zendesk-MIT`;

interface Recorded {
  method: string;
  path: string;
  status: number;
  response: unknown;
}

const source = zendeskKind.open(
  { baseUrl: 'https://acme.zendesk.com' },
  { kind: 'oauth', clientId: 'id', clientSecret: 'secret' },
  { now: () => new Date('2026-06-01T00:00:00Z'), keepCredentials: async () => {} },
);

/** Every object of a kind that is read, in the answers that were recorded. */
function recorded(one: string, many: string): unknown[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Recorded[])
    .filter(({ status }) => status === 200)
    .flatMap(({ response }) => {
      const answer = (response ?? {}) as Record<string, unknown>;
      const list = answer[many];
      return [...(Array.isArray(list) ? list : []), ...(answer[one] ? [answer[one]] : [])];
    });
}

function replayed(name: string, records: unknown[]) {
  const stream = source.streams.find((one) => one.name === `zendesk.${name}`);
  if (!stream) throw new Error(`there is no stream ${name}`);
  let rowsOut = 0;
  const rejected: string[] = [];
  for (const record of records) {
    try {
      const read = stream.read(record);
      expect(stream.idOf(record)).toBe(read.externalId);
      rowsOut += read.rows.reduce((sum, { rows }) => sum + rows.length, 0);
    } catch (error) {
      rejected.push((error as Error).message);
    }
  }
  console.log(
    JSON.stringify({ stream: stream.name, rowsIn: records.length, rowsOut, rejected: rejected.length, reasons: [...new Set(rejected)] }),
  );
  return { rowsIn: records.length, rowsOut, rejected };
}

describe.skipIf(!existsSync(folder))('recordings of Zendesk', () => {
  test('every organization is read', () => {
    const { rowsIn, rowsOut, rejected } = replayed('organizations', recorded('organization', 'organizations'));
    expect({ rowsOut, rejected }).toEqual({ rowsOut: rowsIn, rejected: [] });
    expect(rowsIn).toBeGreaterThan(50);
  });

  test('the anonymous person whom a wrong token is answered with has no id, and is rejected', () => {
    const { rowsIn, rowsOut, rejected } = replayed('users', recorded('user', 'users'));
    expect({ rowsIn, rowsOut }).toEqual({ rowsIn: 2, rowsOut: 0 });
    expect(rejected).toHaveLength(2);
    for (const reason of rejected) expect(reason).toMatch(/^id: /);
  });
});
