import { HttpException } from '@nestjs/common';

/** What was thrown on another thread, as it crosses. */
export interface Failure {
  message: string;
  /** Of an HTTP exception, with what it says; null for anything else. */
  http: { status: number; said: string | object } | null;
  /** Of the operating system or of Postgres. */
  code: string | null;
  stack: string | null;
}

export function failureOf(error: unknown): Failure {
  const thrown = error instanceof Error ? error : new Error(String(error));
  return {
    message: thrown.message,
    http: thrown instanceof HttpException ? { status: thrown.getStatus(), said: thrown.getResponse() } : null,
    code: 'code' in thrown ? String(thrown.code) : null,
    stack: thrown.stack ?? null,
  };
}

/** What was thrown, to be thrown here; the stack is that of the other thread. */
export function errorOf({ message, http, code, stack }: Failure): Error {
  const error = http ? new HttpException(http.said, http.status) : Object.assign(new Error(message), code !== null && { code });
  if (stack !== null) error.stack = stack;
  return error;
}
