import type { VendorDocument } from './vendor-document.js';

export const asanaDocument: VendorDocument = {
  kind: 'asana',
  files: [{ file: 'asana.openapi.json', under: '/api/1.0' }],
  known: [
    {
      reason: "An event that is neither of something added nor of something removed has no parent: the document's own words on the field",
      matches: ({ what, path, at, error }) =>
        what === 'answer' && path.endsWith('/events') && at.endsWith('/parent') && error?.data === null,
    },
  ],
};
