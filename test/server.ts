import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { database, Workspace } from '../etl/warehouse/index.js';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { createApp } from '../server/app.js';
import { Clock } from '../server/http/clock.js';
import type { Entrance } from '../server/http/entrance.js';
import { Installation } from '../server/http/installation.js';
import { silentLog } from '../server/http/log.js';
import type { Walls } from '../server/http/walls.js';
import { type Agent, agentOf } from './agent.js';
import { freshDatabase } from './database.js';

export interface TestServer {
  /** Signed in. */
  agent: Agent;
  /** Not signed in. */
  stranger: ReturnType<typeof request>;
  app: NestExpressApplication;
  /** The owner's, which sees the rows of all workspaces: for the test's own looks. */
  db: DataSource;
  /** The server's, which sees what it says with `within` or `atTheDoor`. */
  scoped: DataSource;
  workspace: Workspace;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** What the clock says, now and for ever; a function for a clock that moves. */
  now: Date | (() => Date);
  /** Fills the workspace before the server starts. */
  seed?: (db: DataSource, workspace: Workspace) => Promise<void>;
  workspace?: Partial<Workspace>;
  dataDirectory?: string;
  /** The database to copy; its first workspace is then the one signed in to. Default: migrated and empty. */
  template?: string;
  /** What differs from the walls of tests, at which nobody waits. */
  walls?: Partial<Walls>;
  publicUrl?: string;
  entrance?: Partial<Entrance>;
  /** Default: one that says nothing. */
  log?: Logger;
  /** The server works as the owner, whom row-level security does not hold. */
  asOwner?: boolean;
  /** Most connections of the server at once; 4 when left out. */
  poolSize?: number;
  /** Changes the address of the database the server sees. */
  through?: (url: string) => Promise<string>;
}

/** The whole server on a fresh database, with nothing of ours replaced but the clock. */
export async function testServer(options: TestServerOptions): Promise<TestServer> {
  const fresh = await freshDatabase(options.template);
  const { db } = fresh;
  const url = options.through ? await options.through(fresh.url) : fresh.url;
  const { poolSize = 4, asOwner = false } = options;
  const scoped = await database(asOwner ? `${url}?options=${AS_OWNER}` : url, { poolSize, scoped: !asOwner }).initialize();
  const { now } = options;
  const clock = new Clock(typeof now === 'function' ? now : () => now);
  const workspace = options.template ? await onlyWorkspace(db) : await testWorkspace(db, { createdAt: clock.now(), ...options.workspace });
  await options.seed?.(db, workspace);
  const installation = new Installation({
    dataDirectory: options.dataDirectory ?? '/nonexistent',
    secretKey: Buffer.alloc(32, 1),
    sessionKey: Buffer.alloc(32, 2),
    publicUrl: options.publicUrl ?? 'http://localhost',
    entrance: options.entrance,
  });
  // Tests ask faster than people.
  const walls = { paces: null, dearCounted: false, ...options.walls };
  const app = await createApp({
    walls,
    db: scoped,
    longWork: scoped,
    installation,
    clock,
    log: options.log ?? silentLog(),
    dashboardDirectory: resolve('dist/dashboard'),
  });
  const agent = agentOf(app);
  const token = await makeSignInToken(db, workspace.id, clock.now());
  // As a proxy that ends TLS says it, where there is one.
  await agent
    .get(`/sign-in?token=${token}`)
    .set('x-forwarded-proto', installation.publicUrl.split(':')[0] ?? '')
    .expect(303);
  const close = async () => {
    await app.close();
    await scoped.destroy();
    await db.destroy();
  };
  return { agent, stranger: request(app.getHttpServer()), app, db, scoped, workspace, close };
}

/** Marks connections of a server that works as the owner. */
const AS_OWNER = encodeURIComponent('-c baton.as=owner');

const onlyWorkspace = (db: DataSource): Promise<Workspace> => db.getRepository(Workspace).findOneOrFail({ where: {} });

async function testWorkspace(db: DataSource, given: Partial<Workspace>): Promise<Workspace> {
  const id = randomUUID();
  const repository = db.getRepository(Workspace);
  await repository.insert({ id, name: 'Test company', timeZone: 'Europe/Berlin', currency: 'EUR', createdAt: new Date(), ...given });
  return repository.findOneByOrFail({ id: given.id ?? id });
}
