import { AccountLink, Event, Task } from '../../warehouse/index.js';
import { keyLink } from '../account-key.js';
import { instant } from '../instant.js';
import type { FactRow, Rows } from '../source.js';
import { fieldText, historyOf, type Issue, keyOf } from './issue.js';
import type { JiraMapping } from './settings.js';

/** What one issue says: a task, the account it names, and what happened to it. */
export const issueFacts = (issue: Issue, mapping: JiraMapping): Rows[] => [
  { table: Task, rows: [task(issue, mapping)] },
  { table: AccountLink, rows: accountLink(issue, mapping) },
  { table: Event, rows: [...statusMoments(issue, mapping), ...fieldMoments(issue, mapping), ...ownerNamed(issue, mapping)] },
];

const DONE = 'done';

function task(issue: Issue, mapping: JiraMapping): FactRow {
  const { fields } = issue;
  const meaning = mapping.taskKinds.find((rule) => fits(issue, rule));
  const ended = fields.status.statusCategory.key === DONE ? (fields.statuscategorychangedate ?? fields.resolutiondate ?? null) : null;
  const cancelled =
    mapping.cancelledResolutions.includes(fields.resolution?.name ?? '') || mapping.cancelledStatuses.includes(fields.status.name);
  return {
    externalId: issue.id,
    accountExternalId: issue.account_holder,
    dealExternalId: null,
    kind: meaning?.kind ?? null,
    subject: fields.summary || null,
    status: fields.status.name,
    ownerExternalId: fields.assignee?.accountId ?? null,
    required: meaning?.required ?? false,
    startedAt: fields.created,
    dueAt: fields.duedate == null ? null : endOf(fields.duedate),
    doneAt: cancelled ? null : ended,
    cancelledAt: cancelled ? ended : null,
  };
}

const DAY = 86_400_000;

/** A day is over when the next one begins, UTC. */
const endOf = (day: string) => new Date(instant(day).getTime() + DAY);

function fits({ fields }: Issue, { summary, label, issueType, epic }: JiraMapping['taskKinds'][number]): boolean {
  const begins = (text: string | null | undefined, prefix: string | undefined) =>
    prefix === undefined || (text?.startsWith(prefix) ?? false);
  if (summary === undefined && label === undefined && issueType === undefined && epic === undefined) return false;
  if (label !== undefined && !fields.labels?.includes(label)) return false;
  if (issueType !== undefined && fields.issuetype.name !== issueType) return false;
  return begins(fields.summary, summary) && begins(fields.parent?.fields?.summary, epic);
}

function accountLink(issue: Issue, mapping: JiraMapping): FactRow[] {
  const key = keyOf(issue, mapping);
  if (key === null) return [];
  const pairs = Object.entries(mapping.dimensions).map(([dimension, field]) => [dimension, fieldText(issue, field)]);
  const dimensions = Object.fromEntries(pairs.filter(([, value]) => value !== null)) as Record<string, string>;
  return [keyLink({ externalId: `issue:${issue.id}`, key, is: mapping.accountKeyIs, name: issue.fields.summary || null, dimensions })];
}

/** The first time only: an issue that comes back to a status does not reach it twice. */
function statusMoments(issue: Issue, { statusMoments }: JiraMapping): FactRow[] {
  const moves = historyOf(issue).flatMap(({ created, items }) =>
    items.filter(({ field }) => field === 'status').map(({ toName }) => ({ at: created, status: toName ?? null })),
  );
  return statusMoments.flatMap(({ issueType, status, kind }) => {
    if (issueType !== null && issueType !== issue.fields.issuetype.name) return [];
    const reached = moves.find((move) => move.status === status);
    return reached ? [event(issue, { name: `status:${status}`, kind, at: reached.at, detail: null })] : [];
  });
}

function fieldMoments(issue: Issue, { fieldMoments }: JiraMapping): FactRow[] {
  return Object.entries(fieldMoments).flatMap(([field, kind]) => {
    const value = fieldText(issue, field);
    return value === null ? [] : [event(issue, { name: `field:${field}`, kind, at: instant(value), detail: null })];
  });
}

/** Whoever was assigned first, at that moment; without a change of assignee it was whoever the issue was created with. */
function ownerNamed(issue: Issue, { ownerNamedIssueTypes }: JiraMapping): FactRow[] {
  if (!ownerNamedIssueTypes.includes(issue.fields.issuetype.name)) return [];
  const changes = historyOf(issue).flatMap(({ created, items }) =>
    items.filter(({ field }) => field === 'assignee').map(({ to }) => ({ at: created, to: to || null })),
  );
  const owner = issue.fields.assignee?.accountId ?? null;
  const named = changes.length === 0 ? { at: issue.fields.created, to: owner } : changes.find(({ to }) => to !== null);
  return named?.to ? [event(issue, { name: 'owner-named', kind: 'owner-named', at: named.at, detail: named.to })] : [];
}

const event = (issue: Issue, { name, ...rest }: { name: string; kind: string; at: Date; detail: string | null }): FactRow => ({
  externalId: `issue:${issue.id}:${name}`,
  ...rest,
  title: issue.fields.summary || null,
  accountExternalId: issue.account_holder,
});
