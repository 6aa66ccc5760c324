import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { HttpAnswer } from '../exchange.js';
import { connection, type Query } from '../http.js';
import { oauthMint } from '../oauth-grant.js';
import { sharedPace } from '../pace.js';
import { type Tokens, tokens } from '../token.js';
import type { PipedriveCredentials, PipedriveSettings } from './settings.js';

const WINDOW = 2_000;

/** https://pipedrive.readme.io/docs/core-api-concepts-pagination */
const wireList = z.object({
  success: z.literal(true),
  data: z.array(z.unknown()).nullish(),
  additional_data: z
    .object({
      next_cursor: z.string().nullish(),
      pagination: z.object({ more_items_in_collection: z.boolean().default(false), next_start: z.number().nullish() }).nullish(),
    })
    .nullish(),
});

export interface List {
  data: unknown[];
  nextCursor: string | null;
  /** Of the older lists, which count; null at the end. */
  nextStart: number | null;
}

export interface PipedriveClient {
  list(path: string, query: Query, options: { handled?: number[]; signal: AbortSignal }): Promise<List>;
  get<Wire extends z.ZodType>(wire: Wire, path: string, signal: AbortSignal): Promise<z.output<Wire>>;
}

export interface PipedriveClientOptions {
  settings: PipedriveSettings;
  credentials: PipedriveCredentials;
  keepCredentials(credentials: PipedriveCredentials): Promise<void>;
  clock?: Clock;
}

export function pipedriveClient(options: PipedriveClientOptions): PipedriveClient {
  const { settings, clock } = options;
  const calls = sharedPace(`${settings.baseUrl} ${JSON.stringify(options.credentials)}`, {
    count: settings.requestsPerTwoSeconds,
    windowMilliseconds: WINDOW,
    clock,
  });
  const api = connection({
    name: 'Pipedrive',
    baseUrl: settings.baseUrl,
    ...identity(options),
    onAnswer: ({ headers }) => {
      const count = Number(headers['x-ratelimit-limit']);
      if (count > 0) calls.allow(count);
    },
    hopeless: budgetUsedUp,
    rateWaitMilliseconds: WINDOW,
    clock,
  });
  return {
    async list(path, query, asked) {
      const { data, additional_data: more } = await api.ask(wireList, { path, query, pace: calls, ...asked });
      const { pagination } = more ?? {};
      const nextStart = pagination?.more_items_in_collection ? (pagination.next_start ?? null) : null;
      return { data: data ?? [], nextCursor: more?.next_cursor ?? null, nextStart };
    },
    get: (wire, path, signal) => api.ask(wire, { path, pace: calls, signal }),
  };
}

/** https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting */
function budgetUsedUp({ status, headers }: HttpAnswer): string | null {
  if (status !== 429 || headers['x-daily-ratelimit-token-remaining'] !== '0') return null;
  return "Pipedrive: today's budget of tokens is used up, which all apps of the company share. Reading goes on tomorrow.";
}

type Identity = Pick<Parameters<typeof connection>[0], 'authorize' | 'renew'>;

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization : a refresh token lives 60 days from its last use. */
function identity({ settings, credentials, keepCredentials, clock }: PipedriveClientOptions): Identity | Tokens {
  if (credentials.kind === 'api token') return { authorize: async () => ({ 'x-api-token': credentials.token }) };
  const mint = oauthMint<typeof credentials>({
    name: 'Pipedrive',
    baseUrl: settings.oauthUrl,
    path: '/oauth/token',
    client: ({ clientId, clientSecret }) => ({ id: clientId, secret: clientSecret }),
    form: ({ refreshToken }) => ({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    replaced: (held, refreshToken) => ({ ...held, refreshToken }),
    clock,
  });
  return tokens({ credentials, mint, keepCredentials, clock });
}
