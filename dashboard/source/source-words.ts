import type { Source } from '../api/shape.js';
import type { Tone } from '../ui/badge.js';

/** From best to worst: the pill in the header shows the worst. */
const ORDER: Source['state'][] = ['on time', 'syncing', 'pending', 'late', 'error', 'action required'];

export const TONES: Record<Source['state'], Tone> = {
  'on time': 'good',
  syncing: 'accent',
  pending: 'neutral',
  late: 'warn',
  error: 'bad',
  'action required': 'bad',
};

/** The worst state among the sources; null without any. */
export function worst(sources: Source[]): Source['state'] | null {
  return sources.reduce<Source['state'] | null>(
    (most, { state }) => (most === null || ORDER.indexOf(state) > ORDER.indexOf(most) ? state : most),
    null,
  );
}
