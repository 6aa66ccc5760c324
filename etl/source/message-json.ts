import { losslessJson } from './lossless-json.js';

/** One message of a tap, its type in capitals; null for a line that is none. */
export function messageOf(line: string): { type: string; message: Record<string, unknown> } | null {
  if (!line.trimStart().startsWith('{')) return null;
  try {
    const message = losslessJson(line) as Record<string, unknown>;
    return { type: String(message.type ?? '').toUpperCase(), message };
  } catch {
    return null;
  }
}
