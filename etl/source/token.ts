import { type Clock, realClock } from './clock.js';

/** What a vendor gives for credentials. */
export interface Minted<Credentials> {
  accessToken: string;
  /** Null when the vendor does not say; it is then used until it is refused. */
  expiresInSeconds: number | null;
  /** What replaces the credentials, when the vendor has ended those it was asked with; null while they stay. */
  credentials: Credentials | null;
}

export interface TokenOptions<Credentials> {
  credentials: Credentials;
  /** Asks for a token. It is not stopped with the one who needs it: half a rotation would lose the connection. */
  mint(credentials: Credentials): Promise<Minted<Credentials>>;
  /** Of the `OpenContext`. */
  keepCredentials(credentials: Credentials): Promise<void>;
  clock?: Clock;
}

/** Who asks, for `ConnectionOptions`. */
export interface Tokens {
  authorize(signal: AbortSignal): Promise<{ authorization: string }>;
  /** Forgets the token that was refused, unless there is a newer one already. */
  renew(refused?: Record<string, string>): void;
}

interface Held {
  authorization: string;
  usableUntil: number;
}

/** A token this close to its end is not used any more, or in its second half if it is short. */
const MARGIN_MILLISECONDS = 60_000;

/** Tokens that end, or rotate: one minting for all who wait, new credentials stored before they are used, an end foreseen. */
export function tokens<Credentials>({ mint, keepCredentials, clock = realClock, ...options }: TokenOptions<Credentials>): Tokens {
  let { credentials } = options;
  let held: Held | null = null;
  let unkept: Credentials | null = null;
  let minting: Promise<Held> | null = null;

  const keep = async () => {
    if (unkept !== null) await keepCredentials(unkept);
    unkept = null;
  };
  const minted = async (): Promise<Held> => {
    await keep();
    const askedAt = clock.now();
    const { accessToken, expiresInSeconds, credentials: replaced } = await mint(credentials);
    if (replaced !== null) {
      credentials = replaced;
      unkept = replaced;
    }
    const lifetime = expiresInSeconds === null ? Number.POSITIVE_INFINITY : expiresInSeconds * 1_000;
    await keep();
    return { authorization: `Bearer ${accessToken}`, usableUntil: askedAt + Math.max(lifetime - MARGIN_MILLISECONDS, lifetime / 2) };
  };
  const current = async (): Promise<Held> => {
    if (held !== null && held.usableUntil > clock.now()) return held;
    minting ??= minted().finally(() => {
      minting = null;
    });
    held = await minting;
    return held;
  };
  return {
    authorize: async (signal) => ({ authorization: (await unless(signal, current())).authorization }),
    renew: (refused) => {
      if (refused?.authorization === undefined || refused.authorization === held?.authorization) held = null;
    },
  };
}

/** The wait ends with the signal; what is waited for goes on. */
function unless<Awaited>(signal: AbortSignal, awaited: Promise<Awaited>): Promise<Awaited> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
