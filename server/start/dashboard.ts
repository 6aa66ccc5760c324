import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Builds the dashboard into `dist/dashboard` when its sources or the lockfile changed since the last build. Run in the repository. */
async function buildDashboard(): Promise<void> {
  const stamp = 'dist/dashboard/.stamp';
  const wanted = await digest(['package-lock.json', ...(await filesIn('dashboard'))]);
  if ((await readFile(stamp, 'utf8').catch(() => null)) === wanted) return;
  process.stdout.write('Building the dashboard ...\n');
  // Under a test runner it says 'test', and React would be built for development.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: 'dashboard/vite.config.ts', logLevel: 'warn' });
  await writeFile(stamp, wanted);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/[.](test|e2e)[.]tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function digest(files: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

await buildDashboard();
