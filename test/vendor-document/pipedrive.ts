import type { VendorDocument } from './vendor-document.js';

export const pipedriveDocument: VendorDocument = {
  kind: 'pipedrive',
  files: [
    { file: 'pipedrive-v1.openapi.json', under: '/api/v1' },
    { file: 'pipedrive-v2.openapi.json', under: '/api/v2' },
  ],
  known: [],
};
