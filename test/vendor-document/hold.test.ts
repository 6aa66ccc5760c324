import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deviationsOf } from './hold.js';
import { operationsOf } from './openapi.js';

const thing = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string', nullable: true },
    owner: { nullable: true, allOf: [{ $ref: '#/components/schemas/Owner' }] },
  },
};
const document = {
  openapi: '3.0.0',
  paths: {
    '/things/{id}': {
      get: { responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } } },
    },
    '/things/search': {
      parameters: [{ $ref: '#/components/parameters/Limit' }],
      post: {
        parameters: [{ name: 'page', in: 'query', style: 'deepObject', required: true, schema: { type: 'object' } }],
        requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { query: { type: 'string' } } } } } },
        responses: { '2XX': { $ref: '#/components/responses/Things' } },
      },
    },
  },
  components: {
    parameters: { Limit: { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } } },
    responses: {
      Things: { content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } } } },
    },
    schemas: { Thing: thing, Owner: { type: 'object', properties: { email: { type: 'string' } } } },
  },
};

async function operations() {
  const folder = await mkdtemp(join(tmpdir(), 'baton-document-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'vendor.json'), JSON.stringify(document));
  return operationsOf(folder, { file: 'vendor.json', under: '/api/1.0' });
}

const exchange = (
  method: string,
  url: string,
  { status = 200, body = null, answer = {} }: { status?: number; body?: unknown; answer?: unknown },
) => {
  const { pathname: path, searchParams: query } = new URL(url, 'http://vendor');
  return { request: { method, path, query, headers: {}, body }, answer: { status, body: answer } };
};

test.each([
  ['GET', '/api/1.0/things/7', { answer: { id: 7, name: null, owner: null } }, []],
  ['GET', '/api/1.0/things/7', { answer: { id: '7' } }, ['answer /id']],
  ['GET', '/api/1.0/things/7', { answer: { id: 7, owner: { email: 1 } } }, ['answer /owner/email']],
  ['GET', '/api/1.0/things/7', { answer: {} }, ['answer ']],
  ['GET', '/api/1.0/things/7', { status: 404, answer: {} }, ['unknown status 404']],
  ['GET', '/api/1.0/things/7?since=x', { answer: { id: 1 } }, ['unknown parameter since']],
  ['GET', '/api/1x0/things/7', { answer: { id: 1 } }, ['unknown path ']],
  ['DELETE', '/api/1.0/things/7', { answer: { id: 1 } }, ['unknown path ']],
  ['POST', '/api/1.0/things/search?limit=10&page[size]=5', { body: { query: 'a' }, answer: [{ id: 1 }] }, []],
  [
    'POST',
    '/api/1.0/things/search?limit=101&page[size]=5',
    { body: { query: 1 }, answer: [{}] },
    ['parameter limit', 'request body /query', 'answer /0'],
  ],
  ['POST', '/api/1.0/things/search', { answer: [] }, ['parameter page']],
])('%s %s: %j deviates in %j', async (method, url, told, found) => {
  const seen = exchange(method, url, told);
  expect(deviationsOf(seen, seen.request.path, await operations()).map(({ what, at }) => `${what} ${at}`)).toEqual(found);
});
