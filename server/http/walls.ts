import { Inject } from '@nestjs/common';
import { type Capacity, USUAL_CAPACITY } from './overload.js';
import { type RequestPaces, USUAL_PACES } from './pace.js';
import type { TrustedProxy } from './proxy.js';

/** What stands in front of every route, as far as it can be set. */
export interface Walls {
  trustedProxy: TrustedProxy;
  /** Null: everybody may ask as fast as they can. */
  paces: RequestPaces | null;
  /** Whether dear things - exports, previews, mails - are counted. */
  dearCounted: boolean;
  capacity: Capacity;
  /** In which a body comes that is no file; a file has minutes. */
  bodyMilliseconds: number;
  /** Of one file of an import. */
  upload: { bytes: number; lines: number };
}

export const USUAL_WALLS: Walls = {
  trustedProxy: false,
  paces: USUAL_PACES,
  dearCounted: true,
  capacity: USUAL_CAPACITY,
  bodyMilliseconds: 20_000,
  upload: { bytes: 500_000_000, lines: 5_000_000 },
};

/** Token of the walls of this server. */
export const WALLS = Symbol('WALLS');

/** Injects them. */
export const InjectWalls = () => Inject(WALLS);
