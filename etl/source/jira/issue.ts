import { z } from 'zod';
import { instant } from '../instant.js';
import { wireInstant } from '../wire-instant.js';
import type { JiraMapping } from './settings.js';

const named = z.object({ id: z.string().nullish(), name: z.string() });

/** ISO 8601 elsewhere, but the bulk changelog has been seen to tell seconds or milliseconds since 1970. */
export const wireHistoryTime = z.union([wireInstant, z.number().transform((at) => instant(String(at < 100_000_000_000 ? at * 1000 : at)))]);

const wireItem = z.preprocess(
  withToName,
  z.object({
    field: z.string(),
    fieldId: z.string().nullish(),
    /** The id of a status or a person; null when it was taken away. */
    to: z.string().nullish(),
    toName: z.string().nullish(),
  }),
);

/** Jira calls the new value `toString`, which every object has: where Jira gives none, that must not be taken for it. */
function withToName(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return { ...item, toName: Object.hasOwn(item, 'toString') ? item.toString : null };
}

const wireHistory = z.object({ id: z.string(), created: wireHistoryTime, items: z.array(wireItem) });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get */
export const wireIssue = z.object({
  id: z.string().min(1),
  key: z.string().min(1),
  fields: z.looseObject({
    summary: z.string().nullish(),
    status: named.extend({ statusCategory: z.object({ key: z.string() }) }),
    issuetype: named,
    project: z.object({ id: z.string(), key: z.string() }),
    labels: z.array(z.string()).nullish(),
    assignee: z.object({ accountId: z.string() }).nullish(),
    parent: z.object({ id: z.string(), fields: z.object({ summary: z.string().nullish() }).nullish() }).nullish(),
    resolution: named.nullish(),
    resolutiondate: wireInstant.nullish(),
    statuscategorychangedate: wireInstant.nullish(),
    duedate: z.iso.date().nullish(),
    created: wireInstant,
    updated: wireInstant,
  }),
  /** Added by us from the changelog. */
  histories: z.array(wireHistory).default([]),
  /** Added by us: field id to the name by which the mapping calls it. */
  field_names: z.record(z.string(), z.string()).default({}),
  /** Added by us: 'issue:<id>' or 'project:<id>' of what holds the account key; null when nothing does. */
  account_holder: z.string().nullable().default(null),
});

export type Issue = z.output<typeof wireIssue>;

/** What is always asked for; without it Jira answers ids alone. */
export const ISSUE_FIELDS = [
  'summary',
  'status',
  'issuetype',
  'project',
  'labels',
  'assignee',
  'parent',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'duedate',
  'created',
  'updated',
];

/** As much of an issue as its account key is found in. */
export interface Keyed {
  fields: Record<string, unknown> & { labels?: string[] | null | undefined };
  field_names: Record<string, string>;
}

/** The account key that an issue itself holds: its field, else its label. Null when it holds none. */
export function keyOf(issue: Keyed, { accountField, accountLabelPrefix: prefix }: JiraMapping): string | null {
  const field = accountField === null ? null : fieldText(issue, accountField);
  if (field !== null || prefix === null) return field;
  const label = issue.fields.labels?.find((one) => one.startsWith(prefix));
  return label?.slice(prefix.length).trim() || null;
}

/** The value of a mapped field as text: that of an option, a person, a number or a text. Null when it is unset. */
export function fieldText({ fields, field_names }: Keyed, name: string): string | null {
  const id = Object.keys(field_names).find((one) => field_names[one] === name);
  return id === undefined ? null : textOf(fields[id]);
}

const wireOption = z.object({ value: z.string().optional(), name: z.string().optional(), displayName: z.string().optional() });

function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim() || null;
  const option = wireOption.safeParse(value).data;
  return option?.value ?? option?.name ?? option?.displayName ?? null;
}

/** What an issue went through, oldest first: Jira promises no order. */
export const historyOf = ({ histories }: Issue) => histories.toSorted((a, b) => a.created.getTime() - b.created.getTime());
