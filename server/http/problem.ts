import { STATUS_CODES } from 'node:http';
import { BadRequestException, HttpException } from '@nestjs/common';
import { z } from 'zod';

/** RFC 9457. Every failure of the API has this shape, as application/problem+json. */
export const problem = z.object({
  type: z.string().describe('"about:blank": the status says which kind of problem it is'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What is wrong and what to do, in one sentence'),
  instance: z.string().describe('The path that was asked'),
  requestId: z.string().optional().describe('Of the line in the log that says more'),
  errors: z
    .array(z.object({ field: z.string(), detail: z.string() }))
    .optional()
    .describe('One sentence per wrong field'),
});

export type Problem = z.infer<typeof problem>;
type FieldError = NonNullable<Problem['errors']>[number];

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
}

/** Of one answer: a body can be wrong in as many places as it has. */
const MOST_ISSUES = 20;
const MOST_CHARACTERS = 300;

/** The exception of input that does not fit its schema. */
export function invalid(issues: readonly Issue[]): BadRequestException {
  const errors = issues.slice(0, MOST_ISSUES).map(fieldError);
  return new BadRequestException({ message: errors.map((error) => error.detail).join(' '), errors });
}

function fieldError({ message, path = [] }: Issue): FieldError {
  const field = shortened(path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'));
  const said = shortened(message);
  const words = /[.!?]$/.test(said) ? said : `${said}.`;
  return { field, detail: field ? `${field}: ${words}` : words };
}

const shortened = (text: string) => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} ...` : text);

/** What an HTTP exception says, in the shape that leaves. */
export function problemOf(
  exception: HttpException,
  { instance, requestId }: { instance: string; requestId?: string | undefined },
): Problem {
  const status = exception.getStatus();
  const said = exception.getResponse();
  const errors = typeof said === 'object' && 'errors' in said ? (said.errors as FieldError[]) : undefined;
  const title = STATUS_CODES[status] ?? 'Error';
  return {
    type: 'about:blank',
    title,
    status,
    detail: exception.message,
    instance,
    ...(requestId && { requestId }),
    ...(errors && { errors }),
  };
}
