import { z } from 'zod';
import type { SourceKind } from '../../etl/source/source-kind.js';
import { CommandMistake } from '../command.js';

interface ObjectSchema {
  properties?: Record<string, { const?: unknown; type?: string }>;
  required?: string[];
}

interface CredentialsSchema extends ObjectSchema {
  anyOf?: ObjectSchema[];
  oneOf?: ObjectSchema[];
}

/**
 * Credentials of a kind from environment variables named after it: HUBSPOT_TOKEN, ZENDESK_CLIENT_ID. Undefined where the kind has none.
 * Throws a CommandMistake that names the variables missing.
 */
export function credentialsFrom({ kind, credentials }: SourceKind, env: NodeJS.ProcessEnv): unknown {
  if (credentials === null) return undefined;
  const schema = z.toJSONSchema(credentials, { io: 'input', unrepresentable: 'any' }) as CredentialsSchema;
  const ways = schema.anyOf ?? schema.oneOf ?? [schema];
  const read = ways.map((way) => readWay(kind, way, env));
  const complete = read.find(({ missing }) => missing.length === 0);
  if (complete) return complete.given;
  throw new CommandMistake(`Set ${read.map(({ missing }) => missing.join(' and ')).join(', or ')}.`);
}

function readWay(kind: string, { properties = {}, required = [] }: ObjectSchema, env: NodeJS.ProcessEnv) {
  const given: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const [name, field] of Object.entries(properties)) {
    const variable = `${upper(kind)}_${upper(name)}`;
    if (field.const !== undefined) given[name] = field.const;
    else if (env[variable]) given[name] = env[variable];
    else if (required.includes(name)) missing.push(variable);
  }
  return { given, missing };
}

/** 'clientId' and 'client-id' as 'CLIENT_ID'. */
const upper = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
