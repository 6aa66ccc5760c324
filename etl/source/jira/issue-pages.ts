import { z } from 'zod';
import type { Page, Position } from '../source.js';
import { historiesOf } from './histories.js';
import { Holders } from './holders.js';
import { ISSUE_FIELDS, wireHistoryTime } from './issue.js';
import { walkIssues } from './issue-walk.js';
import type { Jira } from './jira-stream.js';
import { childrenOf, ofProject, within } from './jql.js';
import { type NamedFields, namedFields } from './named-fields.js';
import { mappedProjects, projectKey } from './projects.js';

/** What has come into the index late is looked for this far back once a day. */
const NIGHTLY_MILLISECONDS = 25 * 3_600_000;

interface Reading extends Jira {
  names: NamedFields;
  holders: Holders;
  keyedProjects: Set<string>;
  signal: AbortSignal;
}

/**
 * Oldest change first, so the cursor moves with every page. `since`: every change before it has been read. The other entries name
 * the projects that held an account key then: where that has changed, the issues are read again although none of them did.
 */
export async function* issuePages(jira: Jira, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const reading = await begin(jira, signal);
  const { settings, keyedProjects } = reading;
  const clauses = within(settings.mapping);
  const before = Object.keys(from ?? {}).filter((name) => name.startsWith('project:'));
  const since = typeof from?.since === 'number' ? from.since : null;
  if (since !== null) {
    const now = [...keyedProjects].map((id) => `project:${id}`);
    const other = [...now.filter((name) => !before.includes(name)), ...before.filter((name) => !now.includes(name))];
    for (const name of other) yield* walked(reading, { clauses: [...clauses, ...ofProject(name.slice('project:'.length))], from: null });
  }
  const keyed = Object.fromEntries([...keyedProjects].map((id) => [`project:${id}`, 1]));
  const start = since === null ? null : since - settings.lookbackSeconds * 1000;
  let until = since;
  for await (const { issues, ...walk } of walkIssues({ ...search(reading), clauses, from: start })) {
    until = Math.max(until ?? 0, walk.until ?? 0);
    const records = await joined(reading, issues);
    if (start !== null) yield* childrenOfMoved(reading, { records, start });
    yield { records, position: { ...keyed, since: until } };
  }
  if (until !== null) yield { records: [], position: { ...keyed, since: until } };
}

/** A wider look back, without moving the cursor. */
export async function* recentPages(jira: Jira, signal: AbortSignal): AsyncIterable<Page> {
  const reading = await begin(jira, signal);
  yield* walked(reading, { clauses: within(jira.settings.mapping), from: jira.now().getTime() - NIGHTLY_MILLISECONDS });
}

async function begin(jira: Jira, signal: AbortSignal): Promise<Reading> {
  const { mapping } = jira.settings;
  const names = await namedFields(jira.client, mapping, signal);
  const keyed = mapping.accountProperty !== null || mapping.accountInProjectName !== null;
  const projects = keyed ? await mappedProjects(jira, ['live', 'archived'], signal) : [];
  const keyedProjects = new Set(projects.filter((project) => projectKey(project, mapping) !== null).map(({ id }) => id));
  return { ...jira, names, keyedProjects, holders: new Holders({ client: jira.client, mapping, names, keyedProjects }), signal };
}

const search = ({ client, settings, now, names, signal }: Reading) => ({
  client,
  now,
  by: 'updated' as const,
  fields: [...ISSUE_FIELDS, ...Object.keys(names)],
  pageSize: settings.pageSize,
  signal,
});

async function* walked(reading: Reading, where: { clauses: string[]; from: number | null }): AsyncIterable<Page> {
  for await (const { issues } of walkIssues({ ...search(reading), ...where }))
    yield { records: await joined(reading, issues), position: null };
}

const wireId = z.object({ id: z.string().min(1) });
const idOf = (issue: unknown) => wireId.safeParse(issue).data?.id ?? '';

/** Each issue with its changelog and its holder, so that the stored record is the whole evidence. */
async function joined({ client, holders, names, signal }: Reading, issues: unknown[]): Promise<unknown[]> {
  const ids = issues.map(idOf).filter(Boolean);
  const fields = ['status', 'assignee', 'labels', ...Object.keys(names)];
  const histories = ids.length === 0 ? new Map<string, unknown[]>() : await historiesOf({ client, ids, fields, signal });
  const held = await holders.of(issues, signal);
  return issues.map((issue) => {
    if (typeof issue !== 'object' || issue === null) return issue;
    const id = idOf(issue);
    return { ...issue, histories: histories.get(id) ?? [], field_names: names, account_holder: held.get(id) ?? null };
  });
}

const MOST_PARENTS = 50;

/** Those below an issue whose account key changed belong to another account now, and have not changed themselves. */
async function* childrenOfMoved(reading: Reading, { records, start }: { records: unknown[]; start: number }): AsyncIterable<Page> {
  let parents = records.filter((issue) => keyMoved(issue, reading, start)).map(idOf);
  for (let level = 1; level < 5 && parents.length > 0; level++) {
    const below: string[] = [];
    for (let first = 0; first < parents.length; first += MOST_PARENTS) {
      const clauses = [...within(reading.settings.mapping), ...childrenOf(parents.slice(first, first + MOST_PARENTS))];
      for await (const page of walked(reading, { clauses, from: null })) {
        below.push(...page.records.map(idOf));
        yield page;
      }
    }
    parents = below;
  }
}

const wireMoves = z.object({
  histories: z.array(z.object({ created: wireHistoryTime, items: z.array(z.object({ fieldId: z.string().nullish() })) })),
});

/** Whether its account field or its labels changed in the time that is read now. */
function keyMoved(issue: unknown, { names }: Reading, start: number): boolean {
  const moves = wireMoves.safeParse(issue).data?.histories ?? [];
  const ofKey = (fieldId: string | null | undefined) => fieldId === 'labels' || Object.hasOwn(names, fieldId ?? '');
  return moves.some(({ created, items }) => created.getTime() >= start && items.some(({ fieldId }) => ofKey(fieldId)));
}
