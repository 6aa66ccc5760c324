import type { Operation } from './operation.js';

interface Collected {
  method: string;
  url: string;
  queryParams: ({ key: string } | string)[];
}

/** The requests of a Postman collection. There are no schemas: only paths and the names of parameters are held. */
export function operationsOfPostman(json: { [name: string]: unknown }): Operation[] {
  return (json.requests as Collected[]).map(({ method, url, queryParams }) => {
    const [address = '', query = ''] = url.split('?');
    const path = address.replace(/^(\{\{[^}]+\}\})+/, '');
    const names = [...queryParams.map((one) => (typeof one === 'string' ? one : one.key)), ...new URLSearchParams(query).keys()];
    return {
      method,
      path: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/v?\{\{[^}]+\}\}|:\w+/g, '[^/]+')}/?$`),
      fixed: path.split('/').filter((part) => !/[:{]/.test(part)).length,
      parameters: [...new Set(names)].map((name) => ({ name, required: false, validate: null })),
      request: null,
      answers: new Map([['default', null]]),
    };
  });
}
