import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { database } from './database.js';

const field = (name: string, words: string) => Buffer.from(`${name}${words}\0`);

/** What an administrator who ends a connection makes Postgres say. */
function ended(): Buffer {
  const fields = [
    field('S', 'FATAL'),
    field('C', '57P01'),
    field('M', 'terminating connection due to administrator command'),
    Buffer.alloc(1),
  ];
  const body = Buffer.concat(fields);
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** A line to Postgres that can let a new connection end in the very moment in which it is ready. */
async function hastyLine(url: string) {
  const line = { url: '', hasty: false };
  const server = createServer((near) => {
    const { hostname, port } = new URL(url);
    const away = connect(Number(port), hostname);
    near.pipe(away);
    away.on('data', (piece: Buffer) => near.write(line.hasty && piece.includes(READY) ? Buffer.concat([piece, ended()]) : piece));
    for (const socket of [near, away]) socket.on('error', () => {}).on('close', () => [near, away].map((one) => one.destroy()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const address = new URL(url);
  address.port = String((server.address() as AddressInfo).port);
  line.url = address.href;
  return line;
}

test('a connection that ends as it is handed out is refused to who takes it, and ends nothing else', async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.prependListener('uncaughtException', hear);
  onTestFinished(() => void process.off('uncaughtException', hear));
  const line = await hastyLine((await testDatabase()).url);
  const db = await database(line.url, { poolSize: 2 }).initialize();
  onTestFinished(() => db.destroy());
  const first = db.createQueryRunner();
  await first.connect();
  line.hasty = true;
  await expect(db.query('select 1')).rejects.toThrow();
  expect(unheard).toEqual([]);
  line.hasty = false;
  expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  await first.release();
});
