import { expect, test } from 'vitest';
import { logTo } from './log.js';

/** What is written when `say` has said something. */
function written(say: (log: ReturnType<typeof logTo>) => void): string {
  const lines: string[] = [];
  say(logTo({ write: (line) => lines.push(line) }, 'info'));
  return lines.join('');
}

test('what breaks a line or moves a cursor stays inside one line of JSON', () => {
  const text = written((log) => log.info({ route: 'a\r\n{"level":"fatal"}\u001b[2J' }, 'b\nc'));
  expect(text.trimEnd().split('\n')).toHaveLength(1);
  expect(text).not.toContain('\u001b');
  expect(JSON.parse(text)).toMatchObject({ level: 'info', route: 'a\r\n{"level":"fatal"}\u001b[2J', msg: 'b\nc' });
});

test('of a failed statement neither its parameters nor the row it failed on are told, and its code and causes are', () => {
  const driver = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(eve@example.com) already exists.' });
  const failed = Object.assign(new Error('saving failed', { cause: driver }), { parameters: ['planted-secret'], query: 'select 1' });
  const text = written((log) => log.error({ err: failed }, 'request failed'));
  expect(text).not.toMatch(/planted-secret|eve@example/);
  expect(JSON.parse(text)).toMatchObject({ err: { message: 'saving failed', cause: { message: 'duplicate key', code: '23505' } } });
});

test('addresses of people and passwords of servers are masked wherever an error says them', () => {
  const text = written((log) => {
    log.error({ err: new Error('no mailbox ann.lee+1@mail.example.com at smtp://user:hunter2@mail.example') });
    log.warn({ error: 'postgres://baton:hunter2@db/baton refused bob@example.com' });
  });
  expect(text).not.toMatch(/hunter2|ann[.]lee|bob@/);
  expect(text).toContain('postgres://***@db/baton refused ***@***');
});

test.each(['password', 'token', 'credentials', 'csrfToken', 'recipient', 'email'])('%s is not told, nor one level down', (name) => {
  const text = written((log) => log.info({ [name]: 'planted-secret', of: { [name]: 'planted-secret' } }));
  expect(text).not.toContain('planted-secret');
});

test('a chain of causes that ends in itself is cut', () => {
  const error = new Error('round');
  error.cause = error;
  expect(written((log) => log.error({ err: error }))).toContain('"cause":null');
});
