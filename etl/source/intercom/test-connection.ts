import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { Intercom } from './intercom-stream.js';
import { searchPage } from './search.js';
import { addressOf } from './settings.js';
import { teamsOf } from './teams.js';
import { workspaceOf } from './workspace.js';

/** Asks the smallest question of each kind. Throws a SourceError that names the permission, the region or the token that is wrong. */
export async function testConnection(intercom: Intercom, signal: AbortSignal): Promise<void> {
  const { region } = await workspaceOf(intercom, signal);
  const { settings } = intercom;
  if (region !== null && settings.baseUrl === null && region !== settings.region) {
    const message = `Intercom: this workspace is hosted in ${region}, and was asked at ${addressOf(settings)}. Choose the region ${region}.`;
    throw new SourceError('credentials', message);
  }
  for (const { permission, ask } of questions(intercom, signal)) {
    try {
      await ask();
    } catch (cause) {
      if (!(cause instanceof SourceError) || cause.kind !== 'scope') throw cause;
      const message = `Intercom: the token lacks a permission. Grant the app "${permission}" and use the token it then has.`;
      throw new SourceError('scope', message, { cause, status: 403 });
    }
  }
}

function questions(intercom: Intercom, signal: AbortSignal): { permission: string; ask: () => Promise<unknown> }[] {
  const small = { ...intercom, settings: { ...intercom.settings, pageSize: 1 } };
  const first = { order: 'created_at', filters: [{ field: 'created_at', operator: '>', value: 0 }], after: null } as const;
  const search = (kind: 'conversations' | 'contacts') =>
    searchPage({ intercom: small, kind, signal }, { ...first, filters: [...first.filters] });
  // Not by a scroll: only one may be open, and a test must not keep a sync from reading.
  const listed = { wire: z.looseObject({ data: z.array(z.unknown()) }), path: '/companies/list', query: { per_page: 1 }, body: {}, signal };
  return [
    { permission: 'Read conversations', ask: () => search('conversations') },
    { permission: 'Read and list users and companies', ask: () => search('contacts') },
    { permission: 'Read and list users and companies', ask: () => intercom.client.ask(listed) },
    { permission: 'Read admins', ask: () => teamsOf(intercom, signal) },
  ];
}
