import { z } from 'zod';

export const TIERS = ['reported', 'asked again', 'inferred'] as const;
export const VERDICTS = ['none', 'confirmed', 'dismissed'] as const;

/** Which episodes are listed; what was asked for lies beside it in the URL. */
export const repeatShape = { tier: z.enum(TIERS), verdict: z.enum(VERDICTS), handoff: z.string().min(1).max(300) };

export interface RepeatSearch {
  tier?: (typeof TIERS)[number];
  verdict?: (typeof VERDICTS)[number];
  handoff?: string;
}

/** A question about handoffs as the API wants it. */
export interface AskedQuery {
  from: string;
  to: string;
  asOf?: string;
  filter: string[];
  time: 'wall' | 'working';
  definition?: number;
}

export const TIER_WORDS: Record<(typeof TIERS)[number], string> = {
  reported: 'Reported',
  'asked again': 'Asked again',
  inferred: 'Inferred',
};

export const LANGUAGE_WORDS: Record<string, string> = { en: 'English', de: 'German', fr: 'French', es: 'Spanish', pt: 'Portuguese' };
