import type { VendorDocument } from './vendor-document.js';

export const intercomDocument: VendorDocument = {
  kind: 'intercom',
  files: [{ file: 'intercom-2.15.openapi.json' }],
  known: [],
};
