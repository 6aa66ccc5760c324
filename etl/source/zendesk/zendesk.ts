import type { Source } from '../source.js';
import type { ZendeskCredentials, ZendeskSettings } from './settings.js';

export interface ZendeskOptions {
  settings: ZendeskSettings;
  credentials: ZendeskCredentials;
  now: () => Date;
}

export function zendesk(_options: ZendeskOptions): Source {
  return { kind: 'zendesk', streams: [], test: async () => {} };
}
