import { z } from 'zod';
import type { Intercom } from './intercom-stream.js';

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/identifyadmin */
const wireMe = z.looseObject({
  app: z.looseObject({ id_code: z.string().nullish(), region: z.string().nullish() }).nullish(),
});

export interface Workspace {
  id: string | null;
  /** 'us', 'eu' or 'au'; null when Intercom does not say. */
  region: string | null;
}

/** Which workspace the token belongs to. */
export async function workspaceOf({ client }: Intercom, signal: AbortSignal): Promise<Workspace> {
  const { app } = await client.ask({ wire: wireMe, path: '/me', signal });
  return { id: app?.id_code ?? null, region: app?.region?.toLowerCase() ?? null };
}
