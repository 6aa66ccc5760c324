import { z } from 'zod';
import type { TypeformClient } from './client.js';
import type { TypeformSettings } from './settings.js';

/** What streams of one Typeform account share. */
export interface Typeform {
  client: TypeformClient;
  settings: TypeformSettings;
  now: () => Date;
}

/** https://www.typeform.com/developers/create/reference/retrieve-forms/ */
const wireForms = z.object({ page_count: z.number().nullish(), items: z.array(z.object({ id: z.string().min(1) })) });

const PAGE = 200;

/** Ids of the forms to be read, always in the same order. */
export async function formIds({ client, settings }: Typeform, signal: AbortSignal): Promise<string[]> {
  const wanted = settings.mapping.forms;
  if (wanted.length > 0) return wanted.toSorted();
  const ids = new Set<string>();
  for (let page = 1; ; page++) {
    const { items, page_count } = await client.get(wireForms, '/forms', { page, page_size: PAGE }, signal);
    const before = ids.size;
    for (const { id } of items) ids.add(id);
    if (ids.size === before || page >= (page_count ?? 1)) return [...ids].sort();
  }
}

interface Field {
  id: string;
  ref?: string | null | undefined;
  title: string;
  type: string;
  properties?:
    | { steps?: number | null | undefined; start_at_one?: boolean | null | undefined; fields?: Field[] | null | undefined }
    | null
    | undefined;
}

/** https://www.typeform.com/developers/create/reference/retrieve-form/ : a group holds its questions in its properties. */
const wireField: z.ZodType<Field> = z.object({
  id: z.string(),
  ref: z.string().nullish(),
  title: z.string(),
  type: z.string(),
  properties: z
    .object({
      steps: z.number().nullish(),
      start_at_one: z.boolean().nullish(),
      get fields() {
        return z.array(wireField).nullish();
      },
    })
    .nullish(),
});
const wireForm = z.object({ id: z.string(), title: z.string().nullish(), fields: z.array(wireField).default([]) });

/** As much of a form as is needed to understand an answer to it. */
export interface FormSeen {
  id: string;
  title: string | null;
  questions: { id: string; ref: string | null; title: string; type: string; steps: number | null; start_at_one: boolean }[];
}

export async function formOf({ client }: Typeform, id: string, signal: AbortSignal): Promise<FormSeen> {
  const form = await client.get(wireForm, `/forms/${encodeURIComponent(id)}`, {}, signal);
  const questions = flat(form.fields).map(({ id, ref, title, type, properties }) => ({
    id,
    ref: ref ?? null,
    title,
    type,
    steps: properties?.steps ?? null,
    start_at_one: properties?.start_at_one ?? false,
  }));
  return { id: form.id, title: form.title ?? null, questions };
}

const flat = (fields: Field[]): Field[] => fields.flatMap((field) => [field, ...flat(field.properties?.fields ?? [])]);
