import type { VendorDocument } from './vendor-document.js';

export const asanaDocument: VendorDocument = {
  kind: 'asana',
  files: [{ file: 'asana.openapi.json', under: '/api/1.0' }],
  known: [],
};
