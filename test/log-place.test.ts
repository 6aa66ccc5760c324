import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = ['server', 'etl']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('etl/sandbox'));

const having = (pattern: RegExp) => sources.filter((name) => pattern.test(readFileSync(name, 'utf8'))).sort();

test('one file makes the log, and it goes to stderr', () => {
  expect(having(/import \{[^}]*\bpino\b[^}]*\} from 'pino'/)).toEqual(['server/http/log.ts']);
  expect(readFileSync('server/http/log.ts', 'utf8')).toContain('destination({ dest: 2, sync: true })');
  expect(having(/console[.](log|info|warn|error|debug)\(/)).toEqual(['server/main.ts']);
  expect(having(/from 'node:(dgram|syslog)'|winston|bunyan|log4js/)).toEqual([]);
});

test('only what is named here writes files, and none of it is a log but that of the embedded Postgres', () => {
  expect(having(/\b(createWriteStream|appendFile|writeFile|appendFileSync|writeFileSync)\(/)).toEqual([
    'etl/source/tap-process.ts',
    'etl/warehouse/embedded-home.ts',
    'etl/warehouse/embedded.ts',
    'server/backup/make-backup.ts',
    'server/import/init-mapping.ts',
    'server/import/uploads.ts',
    'server/openapi-files.ts',
    'server/report/outbox.ts',
    'server/start/address.ts',
    'server/start/dashboard.ts',
    'server/start/embedded.ts',
    'server/start/key-file.ts',
  ]);
});

test('each of these places is documented', () => {
  const told = readFileSync('docs/security.md', 'utf8').split('## What is written down')[1] ?? '';
  for (const place of ['stderr', 'audit log', '/metrics', 'embedded Postgres']) expect(told).toContain(place);
});
