import type { VendorDocument } from './vendor-document.js';

export const stripeDocument: VendorDocument = {
  kind: 'stripe',
  files: [{ file: 'stripe-2023-08-16.openapi.json' }],
  known: [],
};
