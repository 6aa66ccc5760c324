import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { MAPPING_SCHEMA_PATH, mappingSchema } from './mapping-schema.js';
import { readMapping } from './read-mapping.js';

const root = join(import.meta.dirname, '../../..');
const valid = () => addFormats.default(new Ajv2020({ strict: false })).compile(JSON.parse(mappingSchema()));

test('the schema in docs is the one of the code', async () => {
  expect(await readFile(join(root, MAPPING_SCHEMA_PATH), 'utf8')).toBe(mappingSchema());
});

test.each(['docs/example/mapping.json', 'docs/example/olist-mapping.json'])(
  '%s is a mapping to the schema and to the code',
  async (path) => {
    const text = await readFile(join(root, path), 'utf8');
    expect(() => readMapping(text, path)).not.toThrow();
    expect(valid()(JSON.parse(text))).toBe(true);
  },
);

test('the schema refuses a column role that the code does not know', () => {
  const deals = { path: 'a.csv', what: 'deals', columns: { id: 'a', account: 'b', wonAt: 'c', wonOn: 'd' } };
  expect(valid()({ name: 'A', timeZone: 'UTC', currency: 'EUR', files: [deals] })).toBe(false);
});
