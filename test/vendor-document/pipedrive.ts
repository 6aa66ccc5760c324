import type { VendorDocument } from './vendor-document.js';

export const pipedriveDocument: VendorDocument = {
  kind: 'pipedrive',
  files: [
    { file: 'pipedrive-v1.openapi.json', under: '/api/v1' },
    { file: 'pipedrive-v2.openapi.json', under: '/api/v2' },
  ],
  known: [
    {
      reason: 'next_cursor is null at the end (its own description, and recordings)',
      matches: ({ what, at, error }) => what === 'answer' && at === '/additional_data/next_cursor' && error?.data === null,
    },
    {
      reason: 'a field that is not set is null (recordings of the first API)',
      matches: ({ what, at, error }) => what === 'answer' && at.startsWith('/data') && error?.data === null,
    },
    { reason: 'tokens are in no document we have', matches: ({ what, path }) => what === 'unknown path' && path.startsWith('/oauth/') },
  ],
};
