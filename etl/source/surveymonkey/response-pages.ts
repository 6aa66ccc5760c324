import { z } from 'zod';
import type { Query } from '../http.js';
import { instant } from '../instant.js';
import type { Page, Position } from '../source.js';
import { SourceError } from '../source-error.js';
import { questionsOf, type Survey, type Surveymonkey, wantedSurveys } from './surveys.js';
import type { Question } from './wire.js';

/** https://api.surveymonkey.com/v3/docs#api-endpoints-get-surveys-id-responses-bulk */
const wirePage = z.object({
  data: z.array(z.looseObject({ id: z.coerce.string(), date_modified: z.string() })),
  links: z.object({ next: z.string().nullish() }).default({}),
});
const wireAnswered = z.looseObject({
  pages: z.array(z.object({ questions: z.array(z.object({ id: z.coerce.string() })).default([]) })).default([]),
});

interface Reading extends Surveymonkey {
  signal: AbortSignal;
}

/**
 * Survey by survey, each oldest change first. The position holds for each survey the second up to which it is read (`at:<id>`) and the
 * count of its answers then (`count:<id>`), and when all of them were last asked (`wholeAt`).
 */
export async function* responsePages(reading: Reading, from: Position | null): AsyncIterable<Page> {
  const { settings, now, signal } = reading;
  const upper = Math.floor(now().getTime() / 1000);
  const surveys = await wantedSurveys(reading, signal);
  const whole = upper - Number(from?.wholeAt ?? 0) >= settings.wholeHours * 3600;
  let position: Position = kept(from, surveys);
  for (const survey of surveys) {
    const at = position[`at:${survey.id}`] ?? null;
    if (at !== null && !whole && survey.responseCount !== null && survey.responseCount === position[`count:${survey.id}`]) continue;
    for await (const { records, until } of changed(reading, survey, at === null ? null : Number(at))) {
      position = { ...position, [`at:${survey.id}`]: until };
      yield { records, position };
    }
    position = { ...position, [`at:${survey.id}`]: upper, [`count:${survey.id}`]: survey.responseCount };
  }
  yield { records: [], position: whole ? { ...position, wholeAt: upper } : position };
}

/** Of surveys that still are. */
function kept(from: Position | null, surveys: Survey[]): Position {
  const known = new Set(['wholeAt', ...surveys.flatMap(({ id }) => [`at:${id}`, `count:${id}`])]);
  return Object.fromEntries(Object.entries(from ?? {}).filter(([key]) => known.has(key)));
}

interface Changed {
  records: unknown[];
  /** Seconds: every change before it has been read. */
  until: number;
}

async function* changed(reading: Reading, { id }: Survey, from: number | null): AsyncIterable<Changed> {
  let questions: Map<string, Question> | null = null;
  for await (const { responses, until } of bulkPages(reading, id, from)) {
    const asked: Map<string, Question> = questions ?? (await questionsOf(reading, id, reading.signal));
    questions = asked;
    yield { records: responses.map((response) => withQuestions(response, asked)), until: Math.max(until, from ?? 0) };
  }
}

type WirePage = z.output<typeof wirePage>;

/**
 * Asked for by the last change read where it can be, since numbered pages step over rows when others change meanwhile; by number only
 * within one second.
 */
async function* bulkPages(
  reading: Reading,
  id: string,
  from: number | null,
): AsyncIterable<{ responses: WirePage['data']; until: number }> {
  let start = from === null ? null : from - reading.settings.lookbackSeconds;
  let before = '';
  for (let page = 1; ; ) {
    const { data, links } = await bulkPage(reading, id, { page, start });
    const [first, last] = [data[0], data.at(-1)];
    if (!first || !last) return;
    const ids = data.map((response) => response.id).join();
    if (ids === before && start !== null && secondOf(first) < start - 1) throw circling(id);
    before = ids;
    const until = secondOf(last);
    yield { responses: data, until };
    if (!links.next) return;
    const moved = start === null || until > start;
    page = moved ? 1 : page + 1;
    start = moved ? until : start;
  }
}

/** Whether the start belongs to what is found is not documented: it is asked for a second earlier. */
function bulkPage({ client, settings, signal }: Reading, id: string, at: { page: number; start: number | null }): Promise<WirePage> {
  const since = at.start === null ? null : wireTime(at.start - 1);
  const query: Query = {
    per_page: settings.pageSize,
    page: at.page,
    sort_by: 'date_modified',
    sort_order: 'ASC',
    start_modified_at: since,
  };
  return client.get(wirePage, `/v3/surveys/${id}/responses/bulk`, query, signal);
}

const secondOf = ({ date_modified }: { date_modified: string }) => Math.floor(instant(date_modified).getTime() / 1000);

const circling = (id: string) =>
  new SourceError('vendor', `SurveyMonkey names the same page of the answers to survey ${id} again and again, whatever is asked.`);

/** The vendor reads times without a zone, in UTC. */
const wireTime = (seconds: number) => new Date(Math.max(1, seconds) * 1000).toISOString().slice(0, 19);

function withQuestions(response: unknown, questions: Map<string, Question>): unknown {
  const { data } = wireAnswered.safeParse(response);
  if (!data) return response;
  const ids = data.pages.flatMap((page) => page.questions.map(({ id }) => id));
  const asked = Object.fromEntries(ids.flatMap((id) => (questions.has(id) ? [[id, questions.get(id)]] : [])));
  return { ...data, ...(response as object), asked };
}

const wireIds = z.object({
  data: z.array(z.object({ id: z.coerce.string() })),
  links: z.object({ next: z.string().nullish() }).default({}),
});

/** Every answer that stands, without what it says. */
export async function* sweptIds(reading: Reading): AsyncIterable<string[]> {
  const { client, settings, signal } = reading;
  for (const { id } of await wantedSurveys(reading, signal)) {
    for (let page = 1; ; page++) {
      const query: Query = { per_page: settings.pageSize, page };
      const { data, links } = await client.get(wireIds, `/v3/surveys/${id}/responses`, query, signal);
      yield data.map((response) => response.id);
      if (!links.next || data.length === 0) break;
    }
  }
}
