import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { TooMany } from './too-many.js';

/** So many at once, and then so many a second. */
export interface Pace {
  burst: number;
  perSecond: number;
}

/** Most buckets that are kept; the one not used for longest goes first. */
const MOST_KEYS = 20_000;

/**
 * Counts in the memory of this process who asks how often. With `replicas` each counts for itself: what is cheap to answer may be asked
 * as often again of each, and what is dear is counted in Postgres. docs/decision/0010-where-what-is-tried-is-counted.md
 */
export class Paces {
  private readonly left = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly pace: Pace,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one; null when it may go on, else the seconds after which it may. */
  take(key: string): number | null {
    const at = this.now();
    const known = this.left.get(key);
    const { burst, perSecond } = this.pace;
    const tokens = Math.min(burst, known ? known.tokens + ((at - known.at) / 1000) * perSecond : burst);
    this.left.delete(key);
    this.left.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    if (this.left.size > MOST_KEYS) this.forgetOldest();
    return tokens >= 1 ? null : (1 - tokens) / perSecond;
  }

  private forgetOldest(): void {
    for (const key of this.left.keys()) {
      this.left.delete(key);
      return;
    }
  }
}

export interface RequestPaces {
  /** Of one session or one token. */
  credential: Pace;
  /** Of one address, whatever it brings: made-up sessions have a bucket each, and share this one. */
  address: Pace;
}

/** One page asks about 20 questions; 100 a second is more than one server answers to one person. */
export const USUAL_PACES: RequestPaces = { credential: { burst: 500, perSecond: 100 }, address: { burst: 3_000, perSecond: 300 } };

/** 429 for whoever asks faster. Stands before the session is read, so that a flood costs no question to the database. */
export function paced({ credential, address }: RequestPaces): RequestHandler {
  const byCredential = new Paces(credential);
  const byAddress = new Paces(address);
  return (request, _response, next) => {
    const key = credentialOf(request);
    const wait = byAddress.take(request.ip ?? '') ?? (key === null ? null : byCredential.take(key));
    next(wait === null ? undefined : new TooMany('These are too many requests at once.', wait));
  };
}

/** Hashed: memory holds no secret longer than the request. */
function credentialOf({ headers }: Request): string | null {
  const brought = headers.authorization ?? /(?:^|;\s*)(?:__Host-|__Secure-)?baton=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  return brought ? createHash('sha256').update(brought).digest('base64') : null;
}
