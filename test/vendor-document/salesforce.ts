import type { VendorDocument } from './vendor-document.js';

export const salesforceDocument: VendorDocument = {
  kind: 'salesforce',
  files: [{ file: 'salesforce-postman-requests.json', postman: true }],
  known: [],
};
