import { Agent, buildConnector } from 'undici';
import { pinned } from './pinned-lookup.js';
import { portOf, type Reach, reach } from './reach.js';

export interface Dialling {
  connectMilliseconds: number;
  reach?: Reach;
  /** Certificates to trust beside those of the system. */
  ca?: string[];
}

/** Connects to the addresses that were checked and to no others: nothing is looked up between the check and the dialling. No proxy of the environment is used. */
export function dialler({ connectMilliseconds, reach: within = reach, ca }: Dialling): Agent {
  return new Agent({
    keepAliveTimeout: 4_000,
    allowH2: false,
    connect: (wanted, done) => {
      within.addresses(wanted.hostname, portOf(wanted)).then(
        (found) => {
          const lookup = pinned(found);
          buildConnector({ timeout: connectMilliseconds, autoSelectFamily: true, lookup, ...(ca ? { ca } : {}) })(wanted, done);
        },
        (error: Error) => done(error, null),
      );
    },
  });
}

const agents = new Map<number, Agent>();

/** The agent of this process for a bound on connecting; connections are kept open in it. */
export function agentFor(connectMilliseconds: number): Agent {
  const known = agents.get(connectMilliseconds) ?? dialler({ connectMilliseconds });
  agents.set(connectMilliseconds, known);
  return known;
}
