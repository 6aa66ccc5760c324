import { z } from 'zod';
import type { HttpAnswer } from '../exchange.js';
import { SourceError, type SourceErrorKind } from '../source-error.js';

/** Salesforce refused, and said by a code why. */
export class SalesforceError extends SourceError {
  constructor(
    readonly code: string,
    kind: SourceErrorKind,
    message: string,
    options: { cause: unknown; status: number },
  ) {
    super(kind, message, options);
    this.name = 'SalesforceError';
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm : always a list. */
const wireErrors = z.array(z.object({ errorCode: z.string(), message: z.string().default('') })).min(1);

const LONGEST = 200;

const KINDS: Record<string, SourceErrorKind> = {
  INVALID_SESSION_ID: 'credentials',
  REQUEST_LIMIT_EXCEEDED: 'rate',
  API_DISABLED_FOR_ORG: 'scope',
  INSUFFICIENT_ACCESS: 'scope',
  INSUFFICIENT_ACCESS_OR_READONLY: 'scope',
  INVALID_TYPE: 'scope',
  INVALID_FIELD: 'schema',
};

const NEXT_STEP: Record<string, string> = {
  INVALID_SESSION_ID: 'Connect Salesforce again.',
  REQUEST_LIMIT_EXCEEDED: 'It will be tried again with the next run.',
  API_DISABLED_FOR_ORG: 'This edition of Salesforce has no API, or the run-as user lacks the permission "API Enabled".',
  INSUFFICIENT_ACCESS: 'Give the run-as user read access.',
  INSUFFICIENT_ACCESS_OR_READONLY: 'Give the run-as user read access.',
  INVALID_TYPE: 'Give the run-as user read access to the object.',
  INVALID_FIELD: 'A field was removed while it was being read; the next run asks for what is left.',
};

/** The error with the code of the answer behind it; as it is when the answer named none. */
export function explained(error: unknown, answer: HttpAnswer | null): unknown {
  if (!(error instanceof SourceError) || error.kind === 'rate' || answer === null || answer.status !== error.status) return error;
  const said = saidBy(answer);
  if (said === null) return error;
  const { errorCode: code, message } = said;
  const words = `Salesforce answered ${answer.status}: ${code}: ${clean(message)}`.replace(/[.]?$/, '.');
  const text = [words, NEXT_STEP[code]].filter(Boolean).join(' ');
  return new SalesforceError(code, KINDS[code] ?? error.kind, text, { cause: error, status: answer.status });
}

/** Null when the answer is no list of errors. */
export function saidBy(answer: HttpAnswer): { errorCode: string; message: string } | null {
  try {
    return wireErrors.parse(JSON.parse(answer.text))[0] ?? null;
  } catch {
    return null;
  }
}

export const codeOf = (error: unknown): string | null => (error instanceof SalesforceError ? error.code : null);

// biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks of the vendor must not reach a log.
const clean = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, LONGEST);
