import { createHash } from 'node:crypto';
import { SourceError } from '../source-error.js';
import type { Field } from './describe.js';

/** What is wanted of an object. */
export interface WantedFields {
  sobject: string;
  /** Standard fields; one that the org lacks is left out. A relationship field, 'CreatedBy.UserType', is asked as it is. */
  fields: string[];
  /** Fields that the mapping names. */
  mapped: string[];
  /** Those of them that an admin chose: they must be there. */
  chosen: string[];
  /** Custom picklists that nobody mapped are asked for too. */
  picklists: boolean;
}

/** What will be asked of an object, as this org has it and our user may read it. */
export interface AskedFields {
  names: string[];
  /** By name, in Salesforce's words: 'datetime', 'boolean', 'picklist'. */
  types: Map<string, string>;
  /** The field that moves when a record changes. */
  stamp: string;
  /** True when something asked for changes without moving it. */
  calculated: boolean;
  deletable: boolean;
  /** True when a record may be long, so that fewer fit an answer. */
  long: boolean;
  /** Another value means that other fields are read from now on. */
  fingerprint: string;
}

const STAMPS = ['SystemModstamp', 'LastModifiedDate', 'CreatedDate'];
const UNREADABLE = new Set(['address', 'location', 'base64', 'complexvalue']);

/** Throws a SourceError that names a chosen field which is not there. */
export function askedFields(wanted: WantedFields, described: Map<string, Field>): AskedFields {
  const { sobject } = wanted;
  refuseMissing(wanted, described);
  const stamp = STAMPS.find((name) => described.has(name));
  if (stamp === undefined) throw new SourceError('schema', `Salesforce: ${sobject} tells no time of change, so it cannot be read.`);
  const custom = [...described.values()].filter((field) => field.custom && field.type === 'picklist').map(({ name }) => name);
  const given = new Set(['Id', ...STAMPS, 'IsDeleted', ...wanted.fields, ...wanted.mapped, ...(wanted.picklists ? custom : [])]);
  const names = [...given].filter((name) => name.includes('.') || readable(described.get(name)));
  const types = new Map(names.map((name) => [name, described.get(name)?.type ?? 'string']));
  return {
    names,
    types,
    stamp,
    calculated: names.some((name) => described.get(name)?.calculated),
    deletable: described.has('IsDeleted'),
    long: [...types.values()].includes('textarea'),
    fingerprint: createHash('sha256')
      .update([...names].sort().join())
      .digest('base64url')
      .slice(0, 16),
  };
}

const readable = (field: Field | undefined) => field !== undefined && !UNREADABLE.has(field.type);

function refuseMissing({ sobject, chosen }: WantedFields, described: Map<string, Field>): void {
  const missing = chosen.filter((name) => !readable(described.get(name)));
  if (missing.length === 0) return;
  const compound = missing.filter((name) => described.has(name));
  const why =
    compound.length > 0
      ? `${compound.join(', ')} consists of parts: map one of them.`
      : 'Add it, let the run-as user read it, or take it out of the mapping.';
  throw new SourceError(
    'schema',
    `Salesforce: the mapping names ${missing.join(', ')}, which ${sobject} does not have for our user. ${why}`,
  );
}
