import type { Fault, Request } from '../fault.js';

/**
 * What becomes of a sync that meets a fault.
 * - `lives`: it succeeds, with the rows of a sync without faults.
 * - `fails`: it fails with a message that `says` matches; what was written stays right, and a later run without the fault ends with the rows of one that never met it.
 * - `either`: whichever of the two, by what the vendor offers (a token to renew, a list of one page).
 * - `alters`: the answers say other things than they would have, so rows may differ; each record is stored or rejected with a reason, and the process lives.
 */
export type Outcome = 'lives' | 'fails' | 'either' | 'alters';

/** One way in which a vendor goes wrong. */
export interface VendorFault {
  /** Unique; for the name of a test. */
  name: string;
  outcome: Outcome;
  /** What the message of a failed run must hold; null where it cannot fail. */
  says: RegExp | null;
  /** Begins the fault anew: counts from its first request. */
  strike(): (request: Request) => Fault | null;
}

/** An address at which nobody answers as they should. To be set wherever the settings have the stand-in's own address. */
export interface AddressFault {
  name: string;
  says: RegExp;
  open(): Promise<{ url: string; close(): Promise<void> }>;
}

/** Strikes the first requests, then never again: lived through. */
export const passing = (name: string, fault: () => Fault, times = 2): VendorFault => ({
  name,
  outcome: 'lives',
  says: null,
  strike: () => {
    let left = times;
    return () => (left-- > 0 ? fault() : null);
  },
});

/** Strikes every request from the first on. */
export const lasting = (name: string, says: RegExp, fault: () => Fault): VendorFault => ({
  name,
  outcome: 'fails',
  says,
  strike: () => fault,
});
