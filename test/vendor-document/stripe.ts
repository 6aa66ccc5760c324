import type { VendorDocument } from './vendor-document.js';

export const stripeDocument: VendorDocument = {
  kind: 'stripe',
  files: [{ file: 'stripe-2023-08-16.openapi.json' }],
  known: [
    {
      reason: 'since 2025-03-31 the period stands with the items (fixtures3.json of August 2026); the document is of 2023',
      matches: ({ what, error }) =>
        what === 'answer' && ['current_period_start', 'current_period_end'].includes(String(error?.params.missingProperty)),
    },
    {
      reason: 'features of a product are marketing_features since 2024 (fixtures3.json of August 2026)',
      matches: ({ what, path, error }) => what === 'answer' && path === '/v1/products' && error?.params.missingProperty === 'features',
    },
  ],
};
