import type { KeptAnswer } from './answer-cache.js';

/** An answer as it is kept. A scope of now holds what moves with it as null: it is said anew each time. */
export function keptOf(answer: object, now: Date): KeptAnswer {
  const { scope = null, ...rest } = answer as { scope?: Record<string, unknown> };
  return { scope: scope && movingWith(now, scope), rest: new TextEncoder().encode(JSON.stringify(rest).slice(1)) };
}

function movingWith(now: Date, scope: Record<string, unknown>): Record<string, unknown> {
  return scope.asOf === now.toISOString() ? { ...scope, asOf: null } : scope;
}

export function bytesOf({ scope, rest }: KeptAnswer, now: Date): Uint8Array<ArrayBuffer> {
  const told = scope?.asOf === null ? { ...scope, asOf: now.toISOString(), ageMinutes: ageOf(scope.dataAsOf, now) } : scope;
  const start = new TextEncoder().encode(told ? `{"scope":${JSON.stringify(told)}${rest.byteLength > 1 ? ',' : ''}` : '{');
  const bytes = new Uint8Array(start.byteLength + rest.byteLength);
  bytes.set(start);
  bytes.set(rest, start.byteLength);
  return bytes;
}

function ageOf(readThrough: unknown, now: Date): number | null {
  return typeof readThrough === 'string' ? Math.max(0, (now.getTime() - Date.parse(readThrough)) / 60_000) : null;
}
