import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** One process per tab, unlike the arguments that come with the packaged browser: those end it when the first context closes. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'];

/** A headless browser: the one of BATON_BROWSER, else the one inside the package, which runs on Linux x64. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.BATON_BROWSER;
  if (own) return driver.launch({ executablePath: own, args: ARGUMENTS, headless: true });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Set BATON_BROWSER to a Chromium or Chrome: the one in the package runs only on Linux x64.');
  return driver.launch({ ...(await packaged()), args: ARGUMENTS, headless: true });
}

/** The package unpacks into the folder for temporary files, where what another user unpacked cannot be run. */
async function packaged(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = join(tmpdir(), `baton-browser-${userInfo().uid}`);
  await mkdir(folder, { recursive: true });
  // The second name makes the package unpack the libraries that a bare Debian lacks, libnss3 above all.
  const executablePath = await during({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }, () => chromium.executablePath());
  const { stdout } = await promisify(execFile)('ldd', [executablePath]);
  const env = { ...process.env } as Record<string, string>;
  if (stdout.includes('not found')) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  return { executablePath, env };
}

/** Runs with other variables in the environment, and puts back what was there. */
async function during<Result>(variables: Record<string, string>, work: () => Promise<Result>): Promise<Result> {
  const usual = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of usual) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
