import { SetMetadata } from '@nestjs/common';
import type { SignedRequest } from '../signed-request.js';
import type { Action, Deed } from './audit.js';

export const NOTED = 'noted';

/** What is written down of a route that changed something. Neither function may answer a secret. */
export interface Noted<Body, Answer> {
  action: Action;
  /** The action says it all when left out. */
  subject?: (done: Done<Body, Answer>) => string;
  detail?: (done: Done<Body, Answer>) => Deed['detail'];
}

/** What was asked, as its schemas let it pass, and what is answered. */
interface Done<Body, Answer> {
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: Body;
  answer: Answer;
}

/** Writes down that a route was answered, by whom and about what; not when it threw. */
export const Noted = <Body = unknown, Answer = unknown>(noted: Noted<Body, Answer>) => SetMetadata(NOTED, noted);

/** What `noted` makes of a request. */
export function deedOf({ action, subject, detail }: Noted<unknown, unknown>, request: SignedRequest, answer: unknown): Deed {
  const { body, workspace, signedIn } = request;
  const params = request.params as Record<string, string>;
  const query = request.query as Record<string, string>;
  const done = { params, query, body, answer };
  return { workspaceId: workspace.id, actor: signedIn, action, subject: subject?.(done) ?? null, detail: detail?.(done) ?? {} };
}
