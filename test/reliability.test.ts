import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const lines = readFileSync('docs/reliability.md', 'utf8').split('\n');
const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const rows = lines.filter((line) => /^\| F\d/.test(line)).map(cells);
const heading = lines.indexOf('## F10, fault by fault');
const faultRows = lines
  .slice(heading)
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map(cells);

const FIGURES = [...Array.from({ length: 27 }, (_, i) => `F${10 + i}`), 'F40', 'F41', 'F42', 'F43'];

/** What the drills and measurements are called, as their lists say it. */
const namesIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^ {2}'?([\w-]+)'?: \{|(\w+): run\w+/gm)].map(([, drill, bench]) => drill ?? bench);
const DRILLS = namesIn('test/drill/drill.ts');
const BENCHES = namesIn('test/bench/bench.ts');
const PROJECTS: Record<string, RegExp> = {
  unit: /\.test\.tsx?$/,
  e2e: /^test\/[^/]+\.e2e\.ts$/,
  browser: /^test\/browser\/[^/]+\.e2e\.ts$/,
};

/** Why a command cannot be run as it stands; null when it can. */
function faultOf(command: string): string | null {
  const [, kind, name = ''] = /^npm run (drill|bench) -- ([\w-]+)(?: --[\w-]+ [\w,.-]+)*$/.exec(command) ?? [];
  if (kind) return (kind === 'drill' ? DRILLS : BENCHES).includes(name) ? null : `there is no ${kind} ${name}`;
  const [, project = '', files = ''] = /^npx vitest run --project (\w+) (.+)$/.exec(command) ?? [];
  const pattern = PROJECTS[project];
  if (!pattern) return 'is no command that is known here';
  const missing = files.split(' ').find((file) => !pattern.test(file) || !existsSync(file));
  return missing === undefined ? null : `${missing} is no file of the project ${project}`;
}

test('every figure has a row', () => {
  const named = rows.flatMap(([figure = '']) => figure.split(', '));
  expect(FIGURES.filter((figure) => !named.includes(figure))).toEqual([]);
});

test.each(rows)('%s: %s', (_figure, _asked, _target, result = '', date = '', command = '') => {
  if (command !== 'none') expect(faultOf(/^`([^`]+)`$/.exec(command)?.[1] ?? command)).toBeNull();
  if (/^not measured$/.test(result)) expect(date).toBe('-');
  else {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(command).not.toBe('none');
  }
});

test('a command that names nothing is found', () => {
  expect(faultOf('npm run drill -- nothing')).toContain('there is no drill');
  expect(faultOf('npx vitest run --project e2e test/nothing.e2e.ts')).toContain('is no file');
  expect(faultOf('npx vitest run --project unit test/fault.e2e.ts')).toContain('is no file');
  expect(faultOf('see above')).not.toBeNull();
});

describe('the faults that are named', () => {
  const files = readdirSync('test/drill/fault').filter((file) => file.endsWith('-faults.ts'));
  const drilled = files.flatMap((file) =>
    [...readFileSync(join('test/drill/fault', file), 'utf8').matchAll(/^ {2,4}(?:\{ )?name: '([\w-]+)'/gm)].map(([, name]) => name),
  );
  const named = faultRows.flatMap(([, drills = '']) => [...drills.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));

  test('are those that are drilled', () => {
    expect(drilled.length).toBeGreaterThanOrEqual(25);
    expect(named.toSorted()).toEqual(drilled.toSorted());
  });
});
