import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { takeDoor } from '../start/door.js';

/** Sends bytes as they are and answers what comes back until the connection is closed. */
async function raw(...pieces: string[]): Promise<string> {
  const door = await takeDoor({ port: 0, host: '127.0.0.1' });
  door.open((request, response) => {
    request.resume();
    response.end(`got ${request.rawHeaders.length / 2} headers`);
  });
  onTestFinished(() => door.close());
  const socket = connect(door.port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  socket.on('error', () => {});
  for (const piece of pieces) socket.write(piece);
  await new Promise((closed) => socket.once('close', closed));
  return said;
}

const HEAD = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';

test.each([
  ['what is no HTTP', 'hello\r\n\r\n', 400],
  ['headers of 30 kB', `${HEAD}X: ${'x'.repeat(30_000)}\r\n\r\n`, 431],
  ['an address of 30 kB', `GET /${'x'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
  ['two lengths', `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400],
  ['a length and chunks', `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
  ['a header folded over lines', `${HEAD}X: a\r\n b\0\r\n\r\n`, 400],
  ['a bare line feed in a header', `${HEAD}X: a\nY\r\n\r\n`, 400],
])('%s is refused as a problem', async (_, bytes, status) => {
  const said = await raw(bytes);
  expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(said).toContain('Content-Type: application/problem+json');
  expect(JSON.parse(said.slice(said.indexOf('\r\n\r\n')))).toMatchObject({ type: 'about:blank', status });
});

test('all headers are seen, so that too many can be refused', async () => {
  expect(await raw(`${HEAD}${'A: 1\r\n'.repeat(2_100)}\r\n`)).toContain('got 2102 headers');
});

test('one who sends a header a minute is not waited for', { timeout: 30_000 }, async () => {
  const startedAt = performance.now();
  const said = await raw('GET / HTTP/1.1\r\nHost: x\r\n');
  expect(said).toMatch(/^HTTP\/1.1 408 /);
  expect(performance.now() - startedAt).toBeGreaterThan(5_000);
});
