import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SESSION_DAYS } from '../server/access/session/session-limits.js';
import { USUAL_ENTRANCE } from '../server/http/entrance.js';
import { JSON_BOUNDS } from '../server/http/json-body.js';
import { MOST_HEADERS, MOST_URL } from '../server/http/plain-request.js';
import { MOST_CONNECTIONS, SOCKET_BOUNDS } from '../server/http/sockets.js';
import { USUAL_WALLS } from '../server/http/walls.js';
import { fileName } from '../server/import/import.schema.js';

const security = readFileSync('docs/security.md', 'utf8');
const imports = readFileSync('docs/import.md', 'utf8');
const number = (n: number) => n.toLocaleString('en-US');

/** The words beside a name in a table. */
const said = (name: string): string => new RegExp(`^\\| ${name} \\| (.+) \\|$`, 'm').exec(security)?.[1] ?? '';

test('the limits of what comes in are those that are documented', () => {
  const { credential, address } = USUAL_WALLS.paces ?? {};
  expect(said('address')).toBe(`${number(MOST_URL)} characters`);
  expect(said('headers')).toBe(`${MOST_HEADERS}, ${(SOCKET_BOUNDS.maxHeaderSize ?? 0) / 1024} kB`);
  expect(said('body of the API')).toBe(`200 kB, ${JSON_BOUNDS.depth} levels deep, ${number(JSON_BOUNDS.parts)} parts`);
  expect(said('time for a body')).toBe(
    `${USUAL_WALLS.bodyMilliseconds / 1000} seconds; for a file ${(SOCKET_BOUNDS.requestTimeout ?? 0) / 60_000} minutes`,
  );
  expect(said('requests of one session or token')).toBe(`${credential?.burst} at once, then ${credential?.perSecond} a second`);
  expect(said('requests of one address')).toBe(`${number(address?.burst ?? 0)} at once, then ${address?.perSecond} a second`);
  expect(said('requests under way')).toBe(
    `${USUAL_WALLS.capacity.inFlight}, or ${USUAL_WALLS.capacity.lagMilliseconds / 1000} seconds of delay`,
  );
  expect(said('connections')).toBe(number(MOST_CONNECTIONS));
});

test('the kinds and sizes of files are those that are documented', () => {
  const { bytes, lines } = USUAL_WALLS.upload;
  expect(imports).toContain(`at most ${bytes / 1_000_000} MB and ${number(lines)} lines`);
  expect(imports).toContain('.csv, .tsv or .txt');
  for (const [name, fits] of [
    ['a.csv', true],
    ['a.tsv', true],
    ['a.txt', true],
    ['a.xlsx', false],
    ['a.html', false],
  ] as const)
    expect(fileName.safeParse(name).success, name).toBe(fits);
});

const controllers = readdirSync('server', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.controller.ts'))
  .map((name) => `server/${name}`);

test('how often what is dear may be asked is documented', () => {
  const found = new Set<string>();
  for (const file of controllers)
    for (const [, what = '', limit = '', seconds = ''] of readFileSync(file, 'utf8').matchAll(/@Dear\('([^']+)', (\d+), (\d+)\)/g)) {
      expect(said(what), what).toBe(`${limit} in ${Number(seconds) / 60} minutes`);
      found.add(what);
    }
  expect(found.size).toBeGreaterThan(4);
});

test('how long a session lives is documented', () => {
  expect(security).toContain(`They end ${SESSION_DAYS} days after sign-in, or after ${USUAL_ENTRANCE.sessionIdleDays} days without use`);
});
