import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyBy } from './fuzz/any-by-schema.js';
import { type ApiDocument, type Route, routesOf } from './fuzz/route.js';
import { look } from './fuzz/seen.js';
import { Visitor } from './fuzz/visitor.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';
import { MARK, SQL_PAYLOADS } from './vector/sql.js';
import { statementLog } from './vector/statement-log.js';

const document: ApiDocument = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const routes = routesOf(document);
const { schemas } = document.components;

/** All of them on every parameter take an hour; otherwise each parameter gets some, and each payload its turn. */
const each = Number(process.env.BATON_PAYLOADS ?? 6);

let server: TestServer;
let visitor: Visitor;
let seen: Map<string, string[]>;
beforeAll(async () => {
  server = await sampleServer();
  visitor = await Visitor.to(server);
  seen = await look(visitor, routes);
});
afterAll(async () => {
  visitor.leave();
  await server.close();
});

let next = 0;
const payloads = () => Array.from({ length: each }, () => SQL_PAYLOADS[next++ % SQL_PAYLOADS.length] ?? '');

/** A path with something that is there in every other place. */
const filled = ({ path, parameters }: Route, given: Record<string, string>) =>
  parameters
    .filter((one) => one.in === 'path')
    .reduce((text, { name }) => text.replace(`{${name}}`, encodeURIComponent(given[name] ?? seen.get(name)?.[0] ?? 'x')), path);

/** The value with a payload in place of every text. */
function poisoned(value: unknown, payload: string): unknown {
  if (typeof value === 'string') return payload;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, payload));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poisoned(one, payload)]));
}

/** Every request that puts a payload into one place of a route, by place. */
function* attacks(route: Route): Generator<{ method: string; url: string; body?: string }[]> {
  const { method, parameters, body } = route;
  for (const { name, in: at } of parameters) {
    const asked = payloads().map((payload) => (name === 'filter' ? `segment:${payload}` : payload));
    yield asked.map((text) =>
      at === 'path'
        ? { method, url: filled(route, { [name]: text }) }
        : { method, url: `${filled(route, {})}?${encodeURIComponent(name)}=${encodeURIComponent(text)}` },
    );
  }
  if (!body) return;
  const bodies = fc.sample(anyBy(body, schemas), { numRuns: each, seed: 1 });
  yield bodies.map((value) => ({ method, url: filled(route, {}), body: JSON.stringify(poisoned(value, payloads()[0] ?? '')) }));
}

describe('a text that would leave its place in a statement', () => {
  it('there are 200 and more of them', () => expect(new Set(SQL_PAYLOADS).size).toBeGreaterThanOrEqual(200));

  it('is a parameter, whatever it is given for', { timeout: 900_000 }, async () => {
    const { texts, end } = statementLog();
    const statuses: number[] = [];
    const places = routes.filter(({ method }) => method !== 'delete').flatMap((route) => [...attacks(route)]);
    for (const asked of places.flat()) statuses.push((await visitor.ask(asked)).status);
    const outside = texts.filter((text) => text.includes(MARK));
    await server.db.query(`select 1 -- ${MARK}`);
    end();
    console.log(
      `injection: ${SQL_PAYLOADS.length} payloads, ${places.length} places, ${statuses.length} requests, ${texts.length} statements, ${outside.length} with a payload in their words`,
    );
    expect(outside).toEqual([]);
    expect(texts.at(-1)).toContain(MARK);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(texts.length).toBeGreaterThan(1_000);
  });

  it('is looked for as it is, with its wildcards', async () => {
    const found = async (search: string) =>
      JSON.parse((await visitor.ask({ method: 'get', url: `/api/match/account?search=${encodeURIComponent(search)}` })).text).accounts
        .length;
    expect(await found('a')).toBeGreaterThan(0);
    expect([await found('%'), await found('_'), await found('!%'), await found('\\%')]).toEqual([0, 0, 0, 0]);
  });
});
