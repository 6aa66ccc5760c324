import { resolve } from 'node:path';
import { z } from 'zod';
import { CommandMistake } from '../command.js';
import type { Entrance } from '../http/entrance.js';
import { type TrustedProxy, trustedProxyOf } from '../http/proxy.js';
import { entranceEnvironment, entranceOf } from './entrance-settings.js';

/** An empty variable is one that is not set. */
const unset = (value: unknown) => (value === '' ? undefined : value);
const timeZone = z.string().refine(isTimeZone, 'is not the name of a time zone, such as Europe/Berlin');

const SECONDS = 'must be a number of seconds from 0 to 600';

const PORT_RANGE = 'must be a number from 0 to 65535';

const databaseUrl = z.preprocess(
  unset,
  z
    .url({ protocol: /^postgres(ql)?$/, error: 'is not an address such as postgres://user:password@host:5432/database' })
    .nullable()
    .default(null),
);

const secretKey = z.preprocess(unset, z.string().min(32, 'must have 32 characters or more').optional());

const environment = z.object({
  ...entranceEnvironment,
  PORT: z.preprocess(unset, z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(0, PORT_RANGE).max(65_535, PORT_RANGE).default(4010)),
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl,
  BATON_DATA_DIR: z.preprocess(unset, z.string().default('.baton')).transform((directory) => resolve(directory)),
  BATON_SAMPLE: z.preprocess(unset, z.enum(['on', 'off'], 'must be on or off').default('on')),
  BATON_COUNTING: z.preprocess(unset, z.enum(['beside', 'within'], 'must be beside or within').default('beside')),
  BATON_FRESH_WITHIN: z.preprocess(unset, z.coerce.number(SECONDS).min(0, SECONDS).max(600, SECONDS).default(10)),
  BATON_METRICS_PORT: z.preprocess(
    unset,
    z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(0, PORT_RANGE).max(65_535, PORT_RANGE).optional(),
  ),
  BATON_METRICS_HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  BATON_METRICS_TOKEN: z.preprocess(unset, z.string().min(16, 'must have 16 characters or more').optional()),
  BATON_BACKUP_BEFORE_UPGRADE: z.preprocess(unset, z.string().optional()),
  BATON_LOG: z.preprocess(unset, z.string().optional()),
  BATON_PUBLIC_URL: z.preprocess(
    unset,
    z.url({ protocol: /^https?$/, error: 'is not an address such as https://baton.example' }).optional(),
  ),
  BATON_TRUST_PROXY: z.preprocess(unset, z.string().optional()).transform(trustedProxy),
  BATON_SECRET_KEY: secretKey,
  BATON_SECRET_KEY_OLD: secretKey,
  BATON_SECRET_KEY_NEW: secretKey,
  BATON_TIME_ZONE: z.preprocess(unset, timeZone.default(Intl.DateTimeFormat().resolvedOptions().timeZone)),
  BATON_CURRENCY: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a code of three letters, such as EUR')
      .default('EUR'),
  ),
});

/** What the environment says. */
export interface Settings {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Null: the embedded Postgres. */
  databaseUrl: string | null;
  /** Migrates, where the user of `databaseUrl` is a lesser one; null: that user does. */
  databaseOwnerUrl: string | null;
  /** Absolute. */
  dataDirectory: string;
  sample: boolean;
  /** Questions are counted in a thread of their own; otherwise in the one that serves requests. */
  countBeside: boolean;
  /** Seconds for which what syncs bring may wait to be seen, while all questions are answered from one reading; 0: for none. */
  freshWithin: number;
  /** Where metrics are served apart; null when they are not. On the main port a token opens them. */
  metrics: { port: number; host: string } | null;
  log: string | undefined;
  /** Folder of the backups that are made before a newer Baton migrates; undefined: none are made. Absolute. */
  backupBeforeUpgrade: string | undefined;
  /** Undefined: as it listens. */
  publicUrl: string | undefined;
  /** Whose X-Forwarded-* headers are believed; false: nobody's. */
  trustedProxy: TrustedProxy;
  /** Undefined: a random one is kept in the data directory. */
  secretKey: string | undefined;
  /** What it replaced, and what is to replace it: both open. */
  oldSecretKey?: string | undefined;
  newSecretKey?: string | undefined;
  /** Of a workspace made now. */
  timeZone: string;
  currency: string;
  /** How one gets in. */
  entrance: Entrance;
}

/** Throws a CommandMistake that names the first variable that cannot be used; never its value, which may be a secret. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const { success, data, error } = environment.safeParse(env);
  if (!success) {
    const [issue] = error.issues;
    throw new CommandMistake(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    dataDirectory: data.BATON_DATA_DIR,
    sample: data.BATON_SAMPLE === 'on',
    countBeside: data.BATON_COUNTING === 'beside',
    freshWithin: data.BATON_FRESH_WITHIN,
    metrics: data.BATON_METRICS_PORT === undefined ? null : { port: data.BATON_METRICS_PORT, host: data.BATON_METRICS_HOST },
    log: data.BATON_LOG,
    backupBeforeUpgrade: data.BATON_BACKUP_BEFORE_UPGRADE && resolve(data.BATON_BACKUP_BEFORE_UPGRADE),
    publicUrl: data.BATON_PUBLIC_URL?.replace(/[/]+$/, ''),
    trustedProxy: data.BATON_TRUST_PROXY,
    secretKey: data.BATON_SECRET_KEY,
    oldSecretKey: data.BATON_SECRET_KEY_OLD,
    newSecretKey: data.BATON_SECRET_KEY_NEW,
    timeZone: data.BATON_TIME_ZONE,
    currency: data.BATON_CURRENCY,
    entrance: entranceOf(data),
  };
}

function trustedProxy(text: string | undefined, context: z.RefinementCtx): TrustedProxy {
  const trusted = text === undefined ? false : trustedProxyOf(text);
  if (trusted !== null) return trusted;
  context.addIssue('must be how many proxies are in front, such as 1, or their addresses, such as 10.0.0.0/8');
  return z.NEVER;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
