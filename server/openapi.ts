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
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: schema as SchemaObject } };
  const failure = {
    description: 'What is wrong and what to do',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) operation.responses.default = failure;
    }
  }
  return document;
}
