import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { withDatabase } from './drill-database.js';
import { drillLicences } from './image/licences.js';
import { count, type Tally } from './report.js';
import { freePort } from './running/baton-server.js';

const call = promisify(execFile);

/** Of the user nobody, as whom the steps run when the drill is root. */
const NOBODY = 65_534;
const MOST_BYTES = 64 * 1024 * 1024;

/** The steps of the Dockerfile in clean folders as an ordinary user, and what comes of them started where it may write nothing but its data. */
export async function drillImage(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const place = await mkdtemp(join(tmpdir(), 'baton-image-'));
  await chmod(place, 0o755);
  try {
    const stages = runsByStage(await readFile('Dockerfile', 'utf8'));
    const image = { place, env: await plainEnv(place) };
    await build(image, { name: 'build', runs: stages.build ?? [], files: await trackedFiles() });
    await build(image, { name: 'packages', runs: stages.packages ?? [], files: ['package.json', 'package-lock.json', '.npmrc'] });
    await drillLicences(join(place, 'packages'), tally);
    await assemble(image);
    await withDatabase(({ url }) => startReadOnly(image, url, tally));
  } finally {
    await call('chmod', ['-R', 'u+w', place]);
    await rm(place, { recursive: true, force: true });
  }
  return tally;
}

interface Image {
  place: string;
  env: Record<string, string>;
}

const asOrdinary = () => (process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {});

/** What a build machine has: a path, a home of its own, and which registry there is. */
async function plainEnv(place: string): Promise<Record<string, string>> {
  const { stdout } = await call('npm', ['config', 'get', 'registry']);
  return { PATH: process.env.PATH ?? '', HOME: join(place, 'home'), npm_config_registry: stdout.trim(), CI: '1' };
}

/** The commands of each stage that has a name, but those that need root. */
function runsByStage(dockerfile: string): Record<string, string[]> {
  const stages: Record<string, string[]> = {};
  let stage = '';
  for (const line of dockerfile.split('\n')) {
    if (line.startsWith('FROM ')) stage = / AS (\w+)$/.exec(line)?.[1] ?? '';
    if (stage !== '' && line.startsWith('RUN ')) stages[stage] = [...(stages[stage] ?? []), line.slice(4)];
  }
  return stages;
}

async function trackedFiles(): Promise<string[]> {
  const { stdout } = await call('git', ['ls-files'], { maxBuffer: MOST_BYTES });
  return stdout.split('\n').filter(Boolean);
}

async function build({ place, env }: Image, { name, runs, files }: { name: string; runs: string[]; files: string[] }): Promise<void> {
  const folder = join(place, name);
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(file, join(folder, file)).catch(() => {});
  }
  await mkdir(env.HOME ?? place, { recursive: true });
  if (process.getuid?.() === 0) await call('chown', ['-R', `${NOBODY}:${NOBODY}`, folder, env.HOME ?? place]);
  for (const run of runs) {
    console.log(`       ${name}: ${run}`);
    await call('sh', ['-c', run], { cwd: folder, env, maxBuffer: MOST_BYTES, ...asOrdinary() });
  }
}

async function assemble({ place }: Image): Promise<void> {
  const app = join(place, 'app');
  await mkdir(app);
  for (const [from, what] of [
    ['packages', 'package.json'],
    ['packages', 'node_modules'],
    ['build', 'dist'],
  ] as const)
    await call('cp', ['-a', join(place, from, what), app]);
  await call('chmod', ['-R', 'a-w', app]);
  const data = join(place, 'data');
  await mkdir(data);
  if (process.getuid?.() === 0) await call('chown', [`${NOBODY}:${NOBODY}`, data]);
}

async function startReadOnly({ place, env }: Image, url: string, tally: Tally): Promise<void> {
  const port = String(await freePort());
  const settings = {
    ...env,
    NODE_ENV: 'production',
    PORT: port,
    DATABASE_URL: url,
    BATON_DATA_DIR: join(place, 'data'),
    BATON_SAMPLE: 'off',
  };
  const options = { cwd: join(place, 'app'), env: settings, ...asOrdinary() };
  const server = spawn(process.execPath, ['dist/server/main.js'], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const out of [server.stdout, server.stderr]) out.on('data', (piece: Buffer) => said.push(piece.toString()));
  for (let i = 0; i < 300 && !said.join('').includes('sign-in?token=') && server.exitCode === null; i++)
    await new Promise((done) => setTimeout(done, 200));
  const healthy = await call(process.execPath, ['dist/server/start/healthy.js'], options).then(
    () => true,
    () => false,
  );
  count(
    tally,
    healthy,
    `as an ordinary user in a folder it cannot write: ${healthy ? 'ready' : `not ready: ${said.join('').slice(-500)}`}`,
  );
  const page = await fetch(`http://127.0.0.1:${port}/`).then(
    ({ status }) => status,
    () => 0,
  );
  count(tally, page === 200, `its dashboard answers ${page}`);
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  count(tally, server.exitCode === 0, `on SIGTERM it ends with ${server.exitCode}`);
  const { stdout } = await call('find', [join(place, 'app'), '-newer', join(place, 'data'), '-type', 'f']);
  count(tally, stdout === '', `files written outside of its data: ${stdout.split('\n').filter(Boolean).length}`);
}
