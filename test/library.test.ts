import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Library {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { packages }: { packages: Record<string, Library> } = read('package-lock.json');
const own: Record<string, Record<string, string>> = read('package.json');
const libraries = Object.entries(packages).filter(([path]) => path !== '');

test('every library that is installed is listed, with one version, its hash, and the registry as where it is from', () => {
  const unlike = libraries.filter(
    ([, { version = '', integrity = '', resolved, link }]) =>
      link || !/^\d+\.\d+\.\d+/.test(version) || !integrity.startsWith('sha512-') || !/^(https:[/][/]|$)/.test(resolved ?? ''),
  );
  expect(unlike).toEqual([]);
  expect(libraries.length).toBeGreaterThan(100);
});

test('every library that is asked for is asked for in exactly one version, and is the one listed', () => {
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(own[kind] ?? {})) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+[\w.+-]*$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  }
});
