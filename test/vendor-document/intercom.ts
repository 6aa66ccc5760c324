import type { VendorDocument } from './vendor-document.js';

export const intercomDocument: VendorDocument = {
  kind: 'intercom',
  files: [{ file: 'intercom-2.15.openapi.json' }],
  known: [
    {
      reason: "the address of a contact's company is a path: the document's own example of it",
      matches: ({ what, at, error }) => what === 'answer' && at.endsWith('/url') && error?.params.format === 'uri',
    },
  ],
};
