import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { jsonSchema } from './json-schema.js';
import type { Operation } from './operation.js';
import { operationsOfPostman } from './postman.js';
import type { DocumentFile } from './vendor-document.js';

type Json = { [name: string]: unknown };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** All that a file documents, ready to validate. */
export function operationsOf(folder: string, { file, under = '', postman }: DocumentFile): Operation[] {
  const json = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Json;
  if (postman) return operationsOfPostman(json);
  const document = jsonSchema(json) as Json;
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, logger: false, formats: { datetime: true } });
  formats.default(ajv);
  ajv.addSchema({ ...document, $id: 'document' });
  const open = new Opened(document, new Ajv({ strict: false, allErrors: true, verbose: true, coerceTypes: 'array', logger: false }), ajv);
  return Object.entries(open.object('#/paths')).flatMap(([path, item]) =>
    METHODS.filter((method) => method in (item as Json)).map((method) => open.operation({ path, method, under })),
  );
}

class Opened {
  constructor(
    private readonly document: Json,
    private readonly loose: Ajv,
    private readonly exact: Ajv,
  ) {
    loose.addSchema({ ...document, $id: 'document' });
  }

  object(pointer: string): Json {
    const parts = pointer
      .slice(2)
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
    const found = parts.reduce<unknown>((value, part) => (value as Json | undefined)?.[part], this.document) ?? {};
    const { $ref } = found as { $ref?: string };
    return $ref === undefined ? (found as Json) : this.object($ref);
  }

  operation({ path, method, under }: { path: string; method: string; under: string }): Operation {
    const at = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const parts = path.split('/');
    return {
      method: method.toUpperCase(),
      path: pattern(`${under}${path}`),
      fixed: parts.filter((part) => !part.startsWith('{')).length,
      parameters: [`${at}/parameters`, `${at}/${method}/parameters`].flatMap((list) => this.parameters(list)),
      request: this.body(`${at}/${method}/requestBody`),
      answers: new Map(
        Object.keys(this.object(`${at}/${method}/responses`)).map((status) => [status, this.body(`${at}/${method}/responses/${status}`)]),
      ),
    };
  }

  private parameters(list: string) {
    return Object.keys(this.object(list)).flatMap((index) => {
      const pointer = this.resolved(`${list}/${index}`);
      const { name, in: place, required } = this.object(pointer) as { name: string; in: string; required?: boolean };
      if (place !== 'query') return [];
      const schema = 'schema' in this.object(pointer) ? `${pointer}/schema` : null;
      return [{ name, required: required === true, validate: schema === null ? null : this.compiled(this.loose, schema) }];
    });
  }

  private body(pointer: string): ValidateFunction | null {
    const at = `${this.resolved(pointer)}/content`;
    const types = Object.keys(this.object(at));
    const type = types.find((one) => one.includes('json')) ?? types.find((one) => one.includes('form'));
    if (type === undefined || !('schema' in this.object(`${at}/${escaped(type)}`))) return null;
    return this.compiled(type.includes('json') ? this.exact : this.loose, `${at}/${escaped(type)}/schema`);
  }

  private resolved(pointer: string): string {
    const parts = pointer.split('/');
    const last = parts.pop() ?? '';
    const { $ref } = ((this.object(parts.join('/')) as Json)[last.replaceAll('~1', '/').replaceAll('~0', '~')] ?? {}) as { $ref?: string };
    return $ref ?? pointer;
  }

  private compiled(ajv: Ajv, pointer: string): ValidateFunction {
    return ajv.compile({ $ref: `document${encodeURI(pointer)}` });
  }
}

/** 'deals/{id}' stands for any id. */
const pattern = (path: string) => new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}/?$`);

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
