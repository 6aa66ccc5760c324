import type { ServerResponse } from 'node:http';
import type { Answer, Fault } from './fault.js';

/** Gives the usual answer, or what a fault makes of it. */
export function send(outgoing: ServerResponse, answer: Answer, fault: Fault | null): void {
  if (fault?.kind === 'truncate') begin(outgoing, answer, { afterBytes: fault.afterBytes, sent: () => outgoing.destroy() });
  else if (fault?.kind === 'stall') begin(outgoing, answer, { afterBytes: fault.afterBytes ?? 0 });
  else if (fault?.kind === 'drip') drip(outgoing, answer, fault.milliseconds);
  else finish(outgoing, fault?.kind === 'change' ? fault.change(answer) : answer);
}

function finish(outgoing: ServerResponse, answer: Answer): void {
  const { bytes, headers } = rendered(answer);
  outgoing.writeHead(answer.status, headers).end(bytes);
}

interface Part {
  afterBytes: number;
  /** Called when that part is on its way. */
  sent?: () => void;
}

/** Promises the whole body and sends a part of it. */
function begin(outgoing: ServerResponse, answer: Answer, { afterBytes, sent = () => {} }: Part): void {
  const { bytes, headers } = rendered(answer);
  outgoing.writeHead(answer.status, { ...headers, 'content-length': String(bytes.length) });
  outgoing.flushHeaders();
  outgoing.write(bytes.subarray(0, afterBytes), sent);
}

function drip(outgoing: ServerResponse, answer: Answer, milliseconds: number): void {
  const { bytes, headers } = rendered(answer);
  outgoing.writeHead(answer.status, { ...headers, 'content-length': String(bytes.length) });
  let sent = 0;
  const timer = setInterval(() => {
    outgoing.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent < bytes.length) return;
    clearInterval(timer);
    outgoing.end();
  }, milliseconds);
  outgoing.on('close', () => clearInterval(timer));
}

function rendered({ body, headers }: Answer): { bytes: Buffer; headers: Record<string, string> } {
  if (Buffer.isBuffer(body)) return { bytes: body, headers: { 'content-type': 'application/json;charset=utf-8', ...headers } };
  const json = typeof body !== 'string';
  const text = body === undefined ? '' : json ? JSON.stringify(body) : body;
  const type = json ? 'application/json;charset=utf-8' : 'text/html;charset=iso-8859-1';
  return { bytes: Buffer.from(text), headers: { 'content-type': type, ...headers } };
}
