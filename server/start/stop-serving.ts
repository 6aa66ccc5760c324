import { setTimeout as wait } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Readiness } from '../operation/readiness.js';
import { Postman } from '../report/postman.js';
import { Syncs } from '../source/syncs.js';
import type { Door } from './door.js';

/** Milliseconds in which requests are still let in though /readyz says no, so that whoever sends them here can learn it. */
const NOTICE = 1_000;

/** Not ready first, then closed: requests under way end, syncs stop at the edge of a page, a mail in hand is finished, threads and pools are closed. */
export async function stopServing(app: NestExpressApplication, door: Door): Promise<void> {
  app.get(Readiness).stop();
  const works = [app.get(Syncs).onApplicationShutdown(), app.get(Postman).stop()];
  door.leave();
  await wait(NOTICE);
  await Promise.all([door.close(), ...works]);
  await app.close();
}
