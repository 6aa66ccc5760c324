import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from './agent.js';
import { ASKS } from './matrix/asks.js';
import { type Ground, matrixGround, type RoleName } from './matrix/ground.js';
import { ask } from './matrix/send.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const WRITING = ['put', 'post', 'patch', 'delete'];
/** What a client could want to decide and may not. */
const EXTRA = ['workspaceId', 'role', 'id', 'loginId'];

interface Schema {
  $ref?: string;
  properties?: Record<string, unknown>;
}
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const document: { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } } = JSON.parse(
  await readFile('server/openapi.json', 'utf8'),
);

const resolved = (schema: Schema): Schema =>
  schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;

/** Every route that changes something, and the fields its body has; null for one without a JSON body. */
const ROUTES = Object.entries(document.paths).flatMap(([path, operations]) =>
  WRITING.filter((method) => method in operations).map((method) => {
    const body = operations[method]?.requestBody?.content['application/json'];
    return { route: `${method.toUpperCase()} ${path}`, fields: body ? Object.keys(resolved(body.schema).properties ?? {}) : null };
  }),
);

/** Signed by a vendor: what is not is refused before it is read, and a vendor may add what it likes. */
const SIGNED = 'POST /api/webhook/{workspaceId}/{sourceId}';

let server: TestServer;
let ground: Ground;
let dataDirectory: string;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-mass-'));
  server = await testServer({ now: NOW, dataDirectory });
  ground = await matrixGround(server, NOW);
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

/** It is refused for this field and for nothing else. */
function refusal(body: string, field: string): boolean {
  if (body.includes('This takes no query parameters.')) return true;
  return body.includes(field) && (body.match(/"detail":/g)?.length ?? 0) <= 2;
}

test('no write takes a field that is not its own', async () => {
  const agents = new Map<RoleName, Agent>();
  const taken: string[] = [];
  let requests = 0;
  for (const { route, fields } of ROUTES.filter(({ route: one }) => one !== SIGNED)) {
    for (const field of EXTRA.filter((one) => !fields?.includes(one))) {
      const extra = { [field]: 'extra' };
      const body = fields ? { ...(ASKS[route]?.body?.() as object), ...extra } : undefined;
      const told = await ask(ground, { route, role: 'admin', kind: 'own' }, agents, body ? { body } : { query: extra });
      requests += 1;
      if (told.status !== 400 || !refusal(told.body, field))
        taken.push(`${route} with ${field}: ${told.status} ${told.body.slice(0, 200)}`);
    }
  }
  console.log(`mass assignment: ${ROUTES.length - 1} writes, ${requests} requests with a field too many, ${taken.length} taken`);
  expect(taken).toEqual([]);
}, 120_000);
