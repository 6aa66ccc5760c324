import { readFileSync } from 'node:fs';
import { CommandMistake } from '../command.js';

/** What may come from a file named by the variable with _FILE behind it, as containers are given secrets. */
const SECRETS = ['DATABASE_URL', 'BATON_SECRET_KEY', 'BATON_SECRET_KEY_OLD', 'BATON_SECRET_KEY_NEW', 'BATON_METRICS_TOKEN', 'SMTP_URL'];

/** Puts the contents of such files into `env`, and the password of DATABASE_PASSWORD_FILE into DATABASE_URL. Throws a CommandMistake that names the variable. */
export function readSecretFiles(env: NodeJS.ProcessEnv): void {
  for (const name of SECRETS) {
    const secret = contentOf(env, `${name}_FILE`);
    if (secret !== null) env[name] = secret;
  }
  const password = contentOf(env, 'DATABASE_PASSWORD_FILE');
  if (password === null) return;
  if (!env.DATABASE_URL || !URL.canParse(env.DATABASE_URL))
    throw new CommandMistake('DATABASE_PASSWORD_FILE needs DATABASE_URL, such as postgres://user@host:5432/database.');
  const url = new URL(env.DATABASE_URL);
  url.password = encodeURIComponent(password);
  env.DATABASE_URL = url.href;
}

function contentOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const file = env[name];
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new CommandMistake(`${name}: the file cannot be read. Check that it is there and that this user may read it.`, { cause });
  }
}
