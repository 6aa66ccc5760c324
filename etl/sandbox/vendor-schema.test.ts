import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hubspotAnswers, type Told, zendeskAnswers } from '../../test/every-answer.js';
import { type Sandbox, startSandbox } from './sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ until: new Date('2026-03-01T12:00:00Z'), wonDeals: 250 });
});
afterAll(() => sandbox.close());

const validator = () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv;
};

const ownSchema = (vendor: string) =>
  JSON.parse(readFileSync(new URL(`../../test/fixture/vendor-schema/${vendor}.json`, import.meta.url), 'utf8')) as object;

const answers = () => ({ hubspot: hubspotAnswers(sandbox.hubspot), zendesk: zendeskAnswers(sandbox.zendesk) });

describe.each(['hubspot', 'zendesk'] as const)('%s', (vendor) => {
  test('every answer of the stand-in has the documented shape', async () => {
    const ajv = validator().addSchema(ownSchema(vendor));
    const shapes = new Set<string>();
    for await (const told of answers()[vendor]) {
      const validate = ajv.getSchema(`${vendor}#/$defs/${told.shape}`);
      expect(validate, told.shape).toBeDefined();
      expect({ path: told.path, valid: validate?.(told.body), errors: validate?.errors?.slice(0, 3) ?? null }).toEqual({
        path: told.path,
        valid: true,
        errors: null,
      });
      shapes.add(told.shape);
    }
    expect(shapes.size).toBeGreaterThan(6);
  });
});

/** The vendors' own documents are not ours to ship: name their folder to hold the stand-ins against them. */
const folder = process.env.BATON_VENDOR_SPECS ?? '';

/** Where the vendors' recordings differ from the vendors' documents, we follow the recordings. */
const KNOWN: [name: string, matches: (error: ErrorObject, told: Told) => boolean][] = [
  ['HubSpot: a property that is not set is null', ({ instancePath }) => /\/properties\/\w+$/.test(instancePath)],
  ['HubSpot: the category of a batch error is a word', ({ instancePath }) => /^\/errors\/\d+\/category$/.test(instancePath)],
  ['Zendesk: a field that is not set is null', ({ params, data }) => data === null && 'type' in params],
  ['Zendesk: an enumerated field that is not set is null', ({ keyword, data }) => keyword === 'enum' && data === null],
  [
    'Zendesk: a deleted ticket has the status "deleted"',
    ({ instancePath, data }) => instancePath.endsWith('/status') && data === 'deleted',
  ],
  ['Zendesk: a custom field may be a tick', ({ instancePath }) => /\/custom_fields\/\d+\/value$/.test(instancePath)],
  ['Zendesk: one of the shapes of a user', ({ keyword, instancePath }) => keyword === 'anyOf' && /^\/users\/\d+$/.test(instancePath)],
];

describe.skipIf(!existsSync(`${folder}/zendesk-support.openapi.json`))("the vendors' own documents", () => {
  const document = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as object;

  test('hold for every answer, but for what their recordings show otherwise', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, formats: { datetime: true } });
    formats.default(ajv);
    for (const kind of ['company', 'deal', 'pipeline']) ajv.addSchema(document(`hubspot-v3-ballerina/hubspot-crm-${kind}.v3.json`), kind);
    ajv.addSchema(document('zendesk-support.openapi.json'), 'zendesk');
    const count = { answers: 0, records: 0, unknown: 0, known: new Map<string, number>() };
    const unknown: string[] = [];
    const hold = (told: Told, validate: ValidateFunction) => {
      count.answers += 1;
      count.records += Object.values(told.body as object).find(Array.isArray)?.length ?? 0;
      validate(told.body);
      for (const error of validate.errors ?? []) {
        const vendor = told.path.startsWith('/crm') ? 'HubSpot' : 'Zendesk';
        const name = KNOWN.find(([known, matches]) => known.startsWith(vendor) && matches(error, told))?.[0];
        if (name === undefined) unknown.push(`${told.path} ${error.instancePath} ${error.message}`);
        else count.known.set(name, (count.known.get(name) ?? 0) + 1);
      }
    };
    for (const source of Object.values(answers())) {
      for await (const told of source) {
        const validate = ajv.getSchema(documented(told));
        if (validate !== undefined) hold(told, validate as ValidateFunction);
      }
    }
    console.log({ ...count, unknown: unknown.length });
    expect(unknown.slice(0, 5)).toEqual([]);
    expect(count.answers).toBeGreaterThan(50);
  });
});

/** The schema that documents an answer; '' where the documents know none (owners, associations, tokens, some errors). */
function documented({ shape, path, status }: Told): string {
  const hubspot = path.includes('/companies') ? 'company' : 'deal';
  const names: Record<string, string> = {
    list: `${hubspot}#/components/schemas/SimplePublicObjectWithAssociationsArray`,
    search: `${hubspot}#/components/schemas/SimplePublicObjectWithForwardPaging`,
    batchRead: `${hubspot}#/components/schemas/SimplePublicObjectBatch${status === 207 ? 'WithErrors' : ''}`,
    pipelines: 'pipeline#/components/schemas/CollectionResponsePipeline',
    tickets: 'zendesk#/components/schemas/CursorBasedExportIncrementalTicketsResponse',
    users: 'zendesk#/components/schemas/CursorBasedExportIncrementalUsersResponse',
    organizations: 'zendesk#/components/schemas/ExportIncrementalOrganizationsResponse',
    ticketEvents: 'zendesk#/components/schemas/ExportIncrementalTicketEventsResponse',
    ratings: 'zendesk#/components/schemas/SatisfactionRatingsResponse',
    error: path.startsWith('/crm') ? 'deal#/components/schemas/Error' : '',
  };
  return names[shape] ?? '';
}
