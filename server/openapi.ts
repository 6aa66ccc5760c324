import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { database } from '../etl/warehouse/index.js';
import { UNPREFIXED } from './app.js';
import { appModule } from './app.module.js';
import { Clock } from './http/clock.js';
import { Installation } from './http/installation.js';
import { silentLog } from './http/log.js';
import { problem } from './http/problem.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
type SchemaObject = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** The API as OpenAPI 3.1. Nothing is instantiated and no database is asked. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const db = database('postgres://127.0.0.1/nowhere');
  const key = Buffer.alloc(32);
  const installation = new Installation({ dataDirectory: '', secretKey: key, sessionKey: key, publicUrl: '' });
  const app = await NestFactory.create(appModule({ db, longWork: db, installation, clock: new Clock(), log: silentLog() }), {
    preview: true,
    logger: false,
  });
  app.setGlobalPrefix('api', { exclude: UNPREFIXED });
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Baton')
    .setDescription('Whether handoffs from sales to success work. Every failure is a problem (RFC 9457). Who asks must be signed in.')
    .setVersion('1')
    .addCookieAuth('baton', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('session')
    .build();
  return withProblems(SwaggerModule.createDocument(app, config));
}

/** Says once for every operation how it fails. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const { $schema, ...schema } = z.toJSONSchema(problem);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const { components } = document;
  document.components = {
    ...components,
    schemas: { ...components?.schemas, Problem: schema as SchemaObject },
    responses: { Problem: { description: 'What is wrong and what to do', content } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) operation.responses = { ...operation.responses, ...failuresOf(method), ...operation.responses };
    }
  }
  return document;
}

/** Of the guards and walls in front of every route: who asks, how, how often, and for what is not there. */
const REFUSED = [400, 401, 403, 404, 405, 414, 429, 431, 503];

/** Of a change: what stands in its way, what is wrong with its body, and what another system said to it. */
const CHANGE_REFUSED = [408, 409, 413, 415, 422];

/** `default` is for what a proxy in between says, and for a bug. */
function failuresOf(method: (typeof METHODS)[number]) {
  const statuses = ['default', ...REFUSED, ...(method === 'get' ? [] : CHANGE_REFUSED)];
  return Object.fromEntries(statuses.map((status) => [String(status), { $ref: '#/components/responses/Problem' }]));
}
