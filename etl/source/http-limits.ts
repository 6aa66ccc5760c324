import { z } from 'zod';

const milliseconds = z.int().min(0).max(3_600_000);

/** Every bound of the way out. `README.md` says what they add up to. */
const httpLimits = z.strictObject({
  /** Of a connection and its handshake. */
  connectMilliseconds: milliseconds.default(10_000),
  /** From the question to the first byte of the answer. */
  headersMilliseconds: milliseconds.default(30_000),
  /** Between two pieces of a body. */
  bodyMilliseconds: milliseconds.default(30_000),
  /** From first byte sent to last byte read, which also ends a body that drips. */
  totalMilliseconds: milliseconds.default(120_000),
  /** Of a body, unpacked. */
  bytes: z.int().positive().default(32_000_000),
  /** Of one question. */
  attempts: z.int().positive().default(6),
  /** The first wait between two attempts is at most this, each further one at most twice the one before. */
  firstWaitMilliseconds: milliseconds.default(500),
  longestWaitMilliseconds: milliseconds.default(30_000),
  /** The longest wait after a 429 that does not say how long. */
  rateWaitMilliseconds: milliseconds.default(60_000),
  /** A vendor that asks for a longer wait is left alone until the next run. */
  patienceMilliseconds: milliseconds.default(120_000),
  /** All waits of one question together. */
  waitingMilliseconds: milliseconds.default(300_000),
  /** Faults in a row after which a vendor is not asked for a while. */
  breakAfter: z.int().positive().default(12),
  /** How long it is then left alone. */
  coolMilliseconds: milliseconds.default(30_000),
  /** Times in a row that one path may give one and the same long answer. */
  sameAnswers: z.int().positive().default(50),
});

export type HttpLimits = z.output<typeof httpLimits>;

/** The bounds in force: those of `BATON_HTTP`, a JSON object, before the usual ones. Throws when it is none, or names a bound that does not exist. */
export function httpLimitsOf(env: NodeJS.ProcessEnv = process.env): HttpLimits {
  const given = env.BATON_HTTP;
  if (!given) return USUAL;
  const { success, data, error } = httpLimits.safeParse(jsonOf(given));
  if (success) return data;
  const [issue] = error.issues;
  throw new Error(
    `BATON_HTTP: ${issue?.path.join('.') || 'the value'}: ${issue?.message}. It is a JSON object such as {"totalMilliseconds":60000}.`,
  );
}

const USUAL = httpLimits.parse({});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
