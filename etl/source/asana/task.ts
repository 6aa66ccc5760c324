import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';
import { wireCustomFields } from './asana-stream.js';

const named = z.object({ gid: z.string(), name: z.string().nullish() });

/** https://developers.asana.com/reference/stories */
const wireStory = z.object({
  gid: z.string(),
  created_at: wireInstant,
  resource_subtype: z.string(),
  assignee: z.object({ gid: z.string() }).nullish(),
  new_section: named.nullish(),
});

/** https://developers.asana.com/reference/tasks */
export const wireTask = z.object({
  gid: z.string().min(1),
  name: z.string().nullish(),
  resource_subtype: z.string().nullish(),
  completed: z.boolean(),
  completed_at: wireInstant.nullish(),
  due_on: z.iso.date().nullish(),
  due_at: wireInstant.nullish(),
  assignee: z.object({ gid: z.string() }).nullish(),
  created_at: wireInstant,
  modified_at: wireInstant,
  memberships: z.array(z.object({ project: z.object({ gid: z.string() }).nullish(), section: named.nullish() })).nullish(),
  custom_fields: wireCustomFields,
  permalink_url: z.string().nullish(),
  /** Added by us where the mapping asks for the history. */
  stories: z.array(wireStory).default([]),
  /** Added by us: 'task:<id>' or 'project:<id>' of what holds the account key; null when nothing does. */
  account_holder: z.string().nullable().default(null),
});

export type Task = z.output<typeof wireTask>;

/** Without these Asana answers ids and names alone. */
export const TASK_FIELDS = [
  'name',
  'resource_subtype',
  'completed',
  'completed_at',
  'due_on',
  'due_at',
  'assignee',
  'created_at',
  'modified_at',
  'memberships.project.name',
  'memberships.section.name',
  'parent',
  'num_subtasks',
  'permalink_url',
  'custom_fields.name',
  'custom_fields.display_value',
].join(',');

export const STORY_FIELDS = 'created_at,resource_subtype,assignee,new_section.name';
