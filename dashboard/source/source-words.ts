import type { Source } from '../api/shape.js';
import type { Tone } from '../ui/badge.js';

export const TONES: Record<Source['state'], Tone> = {
  'on time': 'good',
  imported: 'good',
  syncing: 'accent',
  'never read': 'neutral',
  late: 'warn',
  error: 'bad',
  'action needed': 'bad',
};
