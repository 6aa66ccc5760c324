import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const manifest = z.object({ name: z.literal('baton'), version: z.string() });

/** As package.json says, wherever this file was compiled to. */
export function batonVersion(folder = dirname(fileURLToPath(import.meta.url))): string {
  const read = manifest.safeParse(manifestIn(folder));
  if (read.success) return read.data.version;
  const above = dirname(folder);
  return above === folder ? 'unknown' : batonVersion(above);
}

function manifestIn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return null;
  }
}
