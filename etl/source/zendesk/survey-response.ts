import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';
import { wireId } from './wire-id.js';

const wireText = z.looseObject({ value: z.string().nullish(), key: z.string().nullish() });

const wireAnswer = z.looseObject({
  /** 'rating_scale', 'closed_ended', 'open_ended', or 'skipped'. */
  type: z.string(),
  rating: z.number().int().nullish(),
  /** Zendesk's own judgement: 'good', 'neutral' or 'bad'. */
  rating_category: z.string().nullish(),
  value: z.string().nullish(),
  selections: z.array(z.looseObject({ option_id: z.string().nullish() })).nullish(),
  question: z
    .looseObject({
      sub_type: z.string().nullish(),
      options: z.array(z.looseObject({ id: z.string().nullish(), label: wireText.nullish() })).nullish(),
    })
    .nullish(),
  created_at: wireInstant.nullish(),
  updated_at: wireInstant.nullish(),
});

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/csat_survey_responses/ */
export const wireSurveyResponse = z.looseObject({
  id: z.string().min(1),
  responder_id: wireId.nullish(),
  subjects: z.array(z.looseObject({ type: z.string().nullish(), id: wireId.nullish() })).nullish(),
  subject_zrns: z.array(z.string()).nullish(),
  answers: z.array(wireAnswer).nullish(),
});

export type GivenResponse = z.output<typeof wireSurveyResponse>;
export type Answer = z.output<typeof wireAnswer>;

/** Null for a response that is about no ticket. */
export function ticketOf({ subjects, subject_zrns: names }: GivenResponse): string | null {
  const subject = subjects?.find(({ type, id }) => type === 'ticket' && id != null)?.id;
  // The documentation writes 'zen:ticket:99' and, in an older example, 'zrn:ticket:99'.
  const [named] = (names ?? []).flatMap((name) => /^z(?:en|rn):ticket:(\d+)$/.exec(name)?.[1] ?? []);
  return subject ?? named ?? null;
}

/** Where several scales are asked, the one on satisfaction. */
export function ratingOf({ answers }: GivenResponse): Answer | null {
  const rated = (answers ?? []).filter(({ type, rating }) => type === 'rating_scale' && rating != null);
  return rated.find(({ question }) => question?.sub_type === 'customer_satisfaction') ?? rated[0] ?? null;
}

/** What was written, all of it; null for nothing. */
export function commentOf({ answers }: GivenResponse): string | null {
  const written = (answers ?? []).filter(({ type }) => type === 'open_ended').flatMap(({ value }) => value?.trim() || []);
  return written.join('\n') || null;
}

/** Whether a choice among `wanted` was made; null when no question offered one. */
export function chose({ answers }: GivenResponse, wanted: string[]): boolean | null {
  const offered = (answers ?? []).flatMap(({ question, selections }) =>
    (question?.options ?? []).map(({ id, label }) => ({
      label: label?.value ?? label?.key ?? '',
      chosen: (selections ?? []).some(({ option_id }) => option_id != null && option_id === id),
    })),
  );
  const known = offered.filter(({ label }) => wanted.some((one) => one.toLowerCase() === label.toLowerCase()));
  return known.length === 0 ? null : known.some(({ chosen }) => chosen);
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** When the survey was sent, which only its id tells: a ULID begins with milliseconds since 1970. Null for another kind of id. */
export function sentAt(id: string): Date | null {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) return null;
  return new Date([...id.slice(0, 10)].reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0));
}
