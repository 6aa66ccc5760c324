import type { LookupAddress } from 'node:dns';

type Answered = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** A look-up that knows its answer, for sockets that are to go where a check has led and nowhere else. */
export const pinned =
  (found: LookupAddress[]) =>
  (_host: string, { all }: { all?: boolean }, answered: Answered) => {
    const [first] = found;
    if (first === undefined) answered(Object.assign(new Error('the host has no address'), { code: 'ENOTFOUND' }), []);
    else if (all) answered(null, found);
    else answered(null, first.address, first.family);
  };
