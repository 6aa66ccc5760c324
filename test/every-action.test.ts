import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTIONS } from '../server/access/audit/audit.js';

/** What the log of a system like this must tell, and the actions that tell it. */
const MUST: [what: string, actions: readonly (typeof ACTIONS)[number][]][] = [
  ['who signed in, and who failed to', ['sign-in.succeeded', 'sign-in.failed', 'sign-in.throttled', 'sign-out', 'workspace.entered']],
  ['what was refused', ['access.denied']],
  ['what members may', ['member.invited', 'member.joined', 'member.changed', 'member.removed', 'login.disabled', 'login.enabled']],
  ['secrets made and replaced', ['token.made', 'token.revoked', 'key.rotated', 'key.forgotten', 'password.changed', 'second-factor.added']],
  ['connectors', ['source.connected', 'source.changed', 'source.removed', 'mapping.changed']],
  ['exports', ['export.made', 'audit.exported', 'backup.made']],
  ['who gets which report', ['report.changed', 'report.sent', 'report.mailed']],
  ['how numbers are counted', ['definition.changed', 'definition.restored', 'match.made', 'verdict.given']],
  ['what was deleted', ['person.deleted', 'workspace.deleted', 'import.undone', 'retention.done']],
  ['settings', ['workspace.changed', 'team.changed']],
  ['what was broken off', ['deed.broken-off']],
];

/** The program, without its tests and the list of actions itself. */
async function program(): Promise<string> {
  const names = (await readdir('server', { recursive: true })).filter((name) => name.endsWith('.ts') && !/\.(test|e2e)\.ts$/.test(name));
  const texts = await Promise.all(
    names.filter((name) => name !== 'access/audit/audit.ts').map((name) => readFile(join('server', name), 'utf8')),
  );
  return texts.join('\n');
}

const text = await program();

test.each(ACTIONS)('%s is written by something', (action) => {
  expect(text).toContain(`'${action}'`);
});

test.each(MUST)('it tells %s', (_, actions) => {
  for (const action of actions) expect(ACTIONS).toContain(action);
});
