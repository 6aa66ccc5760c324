import { erasedHash, recordWords, withoutErased, withoutWords } from '../warehouse/index.js';
import type { Pass } from './pass.js';

export interface Kept {
  records: unknown[];
  /** Ids of the records of erased people: they are there, and stay as they are. */
  skipped: string[];
}

/** Of what a source sent, what may be kept: nothing of those who were erased from the workspace. */
export function keptOf(payloads: unknown[], { stream, key, reading }: Pick<Pass, 'stream' | 'key' | 'reading'>): Kept {
  const { erased } = reading;
  if (!erased) return { records: payloads, skipped: [] };
  const kept: Kept = { records: [], skipped: [] };
  for (const payload of payloads) {
    const id = stream.idOf(payload);
    const words = id === null || id === undefined ? null : recordWords(key.sourceId, stream.name, id);
    const is = (kind: 'person' | 'said') => words !== null && erased.hashes.has(erasedHash(erased.key, kind, words));
    if (is('person')) kept.skipped.push(String(id));
    else kept.records.push(withoutErased(is('said') ? withoutWords(payload) : payload, erased));
  }
  return kept;
}
