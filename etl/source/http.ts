import type { z } from 'zod';
import type { Ask, ConnectionOptions } from './ask.js';
import { attempt, type Failure } from './attempt.js';
import type { HttpAnswer } from './exchange.js';
import { httpLimitsOf } from './http-limits.js';
import { losslessJson } from './lossless-json.js';
import { recovery } from './recovery.js';
import { looksLikeHtml, notJson } from './refusal.js';
import { sameAnswer } from './same-answer.js';
import { SourceError } from './source-error.js';

export type { Ask, ConnectionOptions, Query } from './ask.js';

export interface Connection {
  /** Asks until there is an answer, and reads it by `wire`. Throws a SourceError of the kind that fits. */
  ask<Wire extends z.ZodType>(wire: Wire, ask: Ask): Promise<z.output<Wire>>;
  /** The same, for an answer whose headers matter or that is no JSON. */
  askText(ask: Ask): Promise<HttpAnswer>;
}

export function connection(options: ConnectionOptions): Connection {
  const limits = { ...httpLimitsOf(), ...options.limits };
  const notice = sameAnswer(options.name, limits.sameAnswers);
  const until = async <Value>(ask: Ask, read: (answer: HttpAnswer) => { value: Value } | Failure): Promise<Value> => {
    const recover = recovery({ options, limits });
    for (;;) {
      const tried = await attempt({ options, limits, ask });
      if ('answer' in tried && !ask.polls) notice(ask.path, tried.answer);
      const got = 'answer' in tried ? read(tried.answer) : tried;
      if ('value' in got) return got.value;
      await recover(got, ask.signal);
    }
  };
  return {
    ask: async (wire, ask) => valid(wire, await until(ask, (answer) => json(answer, options, ask)), { name: options.name, path: ask.path }),
    askText: (ask) => until(ask, (answer) => ({ value: answer })),
  };
}

/** JSON that ends too early may be whole the next time; a web page stays one. */
function json(answer: HttpAnswer, { name }: ConnectionOptions, { path }: Ask): { value: unknown } | Failure {
  try {
    return { value: losslessJson(answer.text) };
  } catch {
    return { error: notJson(name, path, answer), again: looksLikeHtml(answer.text) ? null : 0 };
  }
}

function valid<Wire extends z.ZodType>(wire: Wire, value: unknown, { name, path }: { name: string; path: string }): z.output<Wire> {
  const parsed = wire.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SourceError(
    'schema',
    `${name} answered ${path} not as documented: ${issue?.path.join('.') || 'the answer'}: ${issue?.message}.`,
  );
}
