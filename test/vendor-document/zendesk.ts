import type { VendorDocument } from './vendor-document.js';

export const zendeskDocument: VendorDocument = {
  kind: 'zendesk',
  files: [{ file: 'zendesk-support.openapi.json' }],
  documentedPath: (path) => path.replace(/[.]json$/, ''),
  known: [
    { reason: 'a field that is not set is null (recordings)', matches: ({ what, error }) => what === 'answer' && error?.data === null },
    {
      reason: 'a deleted ticket has the status "deleted" (recordings)',
      matches: ({ at, error }) => at.endsWith('/status') && error?.data === 'deleted',
    },
    { reason: 'one of the shapes of a user', matches: ({ at, error }) => error?.keyword === 'anyOf' && /^\/users\/\d+$/.test(at) },
    { reason: 'tokens are in no document we have', matches: ({ what, path }) => what === 'unknown path' && path.startsWith('/oauth/') },
  ],
};
