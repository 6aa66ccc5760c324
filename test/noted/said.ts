import { setTimeout } from 'node:timers/promises';
import type { HubspotStandIn } from '../../etl/sandbox/hubspot-stand-in.js';
import type { ACTIONS } from '../../server/access/audit/audit.js';
import { Syncs } from '../../server/source/syncs.js';
import type { Agent } from '../agent.js';
import type { TestServer } from '../server.js';
import type { MemberSession } from '../sign-in-member.js';

/** Where and by whom it is done. */
export interface Place {
  server: TestServer;
  hubspot: HubspotStandIn;
  ada: Agent;
  /** Another admin, made late. */
  eve: Agent;
  other: MemberSession;
  /** What one call answered and another needs. */
  kept: Record<string, string>;
}

/** An unsafe route, what is written down of it, and how it is done. */
export type Said = [route: string, action: (typeof ACTIONS)[number], act: (at: Place) => Promise<unknown>];

export const workspaceOf = ({ server }: Place): string => `/api/workspace/${server.workspace.id}`;

/** Until nothing is being read. */
export async function quiet({ server }: Place): Promise<void> {
  const syncs = server.app.get(Syncs);
  for (let tries = 0; tries < 400 && syncs.begun(server.workspace.id).size > 0; tries++) await setTimeout(50);
}
