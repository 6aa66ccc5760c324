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
    {
      reason:
        'the page size of exports and lists, and what comes beside the records, are described in pages of their own (pagination, side-loading)',
      matches: ({ what, at }) => what === 'unknown parameter' && ['per_page', 'page', 'page[size]', 'page[after]', 'include'].includes(at),
    },
    {
      reason: 'after the first page of an export the cursor stands instead of the start (its guide)',
      matches: ({ what, path, at }) => what === 'parameter' && path.endsWith('/cursor') && at === 'start_time',
    },
    {
      reason: 'ratings can be asked for from a time on: the filters are in the words of the operation, not among its parameters',
      matches: ({ what, path, at }) => what === 'unknown parameter' && path.endsWith('/satisfaction_ratings') && at === 'start_time',
    },
    {
      reason: 'a custom field may be a tick or several choices (the page on ticket fields; the document knows text only)',
      matches: ({ what, at }) => what === 'answer' && /\/custom_fields\/\d+\/value$/.test(at),
    },
    {
      reason: 'the new CSAT is on a page of its own, not in the document',
      matches: ({ what, path }) => what === 'unknown path' && path === '/api/v2/guide/survey_responses',
    },
  ],
};
