import type { VendorDocument } from './vendor-document.js';

/** Salesforce publishes no schemas of its core API, only a collection of requests. */
export const salesforceDocument: VendorDocument = {
  kind: 'salesforce',
  files: [{ file: 'salesforce-postman-requests.json', postman: true }],
  documentedPath: (path) => path.replace(/\/sobjects\/\w+\//, '/sobjects/<SOBJECT_API_NAME>/'),
  known: [
    {
      reason: 'questions in SOQL and the list of versions are in no collection (REST API guide: Query, QueryAll, Versions)',
      matches: ({ what, method, path }) =>
        what === 'unknown path' && method === 'GET' && /^\/services\/data\/(v\d\d[.]0\/(query|queryAll)(\/\w+-\d+)?)?$/.test(path),
    },
  ],
};
