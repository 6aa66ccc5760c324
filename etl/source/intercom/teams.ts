import { z } from 'zod';
import type { Intercom } from './intercom-stream.js';
import { wireId } from './wire-value.js';

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/teams/listteams */
const wireTeams = z.looseObject({ teams: z.array(z.looseObject({ id: wireId, name: z.string().nullish() })) });

/** Names of teams by their ids. */
export type Teams = Map<string, string>;

export async function teamsOf({ client }: Intercom, signal: AbortSignal): Promise<Teams> {
  const { teams } = await client.ask({ wire: wireTeams, path: '/teams', signal });
  return new Map(teams.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
}
