import { expect, onTestFinished, test } from 'vitest';
import { logTo } from '../server/http/log.js';
import { testServer } from './server.js';

test('a line break or an escape in what is logged makes neither another line nor a colour', async () => {
  const nasty = 'x\r\n{"level":"fatal","msg":"forged"}\u001b[31mred\u0007\u2028';
  const logged: string[] = [];
  const log = logTo({ write: (line) => void logged.push(line) }, 'debug');
  const server = await testServer({ now: new Date('2026-03-02T09:00:00Z'), log });
  onTestFinished(() => server.close());
  await server.stranger
    .get(`/api/${encodeURIComponent(nasty)}`)
    .set('user-agent', 'x\u0009y')
    .expect(404);
  await server.stranger
    .post('/api/session')
    .send({ email: `a${nasty}@x.y`, password: nasty })
    .expect(401);
  log.warn({ err: new Error(nasty), said: nasty, sourceId: nasty }, nasty);
  expect(logged.length).toBeGreaterThan(0);
  for (const line of logged) {
    expect(line.slice(0, -1)).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(line)).toMatchObject({ time: expect.stringMatching(/Z$/) });
    expect(JSON.parse(line).msg).not.toBe('forged');
  }
});
