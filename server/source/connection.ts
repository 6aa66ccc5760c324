import { CommandMistake } from '../command.js';

/** What is needed to connect a tool: settings from options, secrets only from the environment. */
export interface Connection {
  settings: Record<string, unknown>;
  credentials: unknown;
}

export interface ConnectOptions {
  url?: string | undefined;
  portal?: string | undefined;
}

/** HUBSPOT_TOKEN: of a private app, or a service key. */
export function hubspotConnection({ url, portal }: ConnectOptions, { HUBSPOT_TOKEN: token }: NodeJS.ProcessEnv): Connection {
  if (!token) throw new CommandMistake('Set HUBSPOT_TOKEN to the token of a private app.');
  return { settings: { ...(url && { baseUrl: url }), ...(portal && { portalId: portal }) }, credentials: { token } };
}

/** An OAuth client first; an API token is the legacy way. */
export function zendeskConnection({ url }: ConnectOptions, env: NodeJS.ProcessEnv): Connection {
  if (!url) throw new CommandMistake('Say where your Zendesk is: --url https://acme.zendesk.com');
  const settings = { baseUrl: url.replace(/[/]+$/, '') };
  const { ZENDESK_CLIENT_ID: clientId, ZENDESK_CLIENT_SECRET: clientSecret, ZENDESK_EMAIL: email, ZENDESK_TOKEN: token } = env;
  if (clientId && clientSecret) return { settings, credentials: { kind: 'oauth', clientId, clientSecret } };
  if (email && token) return { settings, credentials: { kind: 'api token', email, token } };
  throw new CommandMistake('Set ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET to those of an OAuth client.');
}
