import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { makeSignInToken } from '../access/sign-in/sign-in-link.js';
import type { Settings } from './settings.js';

const fileOf = (settings: Settings) => join(settings.dataDirectory, 'address');

/** How a person reaches a server that listens on `port`. */
export function publicUrlOf({ publicUrl, host }: Settings, port: number): string {
  // Whoever listens on all addresses is reached on this machine by its own.
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return publicUrl ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Other commands learn from a file where the running server is. */
export async function announce(settings: Settings, publicUrl: string): Promise<() => Promise<void>> {
  await writeFile(fileOf(settings), publicUrl);
  return () => rm(fileOf(settings), { force: true });
}

/** Where the server is, or will be at its next start. */
export async function currentUrl(settings: Settings): Promise<string> {
  return (await readFile(fileOf(settings), 'utf8').catch(() => '')) || publicUrlOf(settings, settings.port);
}

/** A new link for one sign-in. */
export async function signInLink(db: DataSource, url: string, { workspaceId, now }: { workspaceId: string; now: Date }): Promise<string> {
  return `${url}/sign-in?token=${await makeSignInToken(db, workspaceId, now)}`;
}
