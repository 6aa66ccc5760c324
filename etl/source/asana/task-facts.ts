import { AccountLink, Event, Task as TaskTable } from '../../warehouse/index.js';
import { keyLink } from '../account-key.js';
import { instant } from '../instant.js';
import type { FactRow, Rows } from '../source.js';
import { fieldText } from './asana-stream.js';
import type { AsanaMapping } from './settings.js';
import type { Task } from './task.js';

/** What one task says, the account it names, and what happened to it. */
export const taskFacts = (task: Task, mapping: AsanaMapping): Rows[] => [
  { table: TaskTable, rows: task.resource_subtype === 'section' ? [] : [row(task, mapping)] },
  { table: AccountLink, rows: accountLink(task, mapping) },
  { table: Event, rows: [...sectionMoments(task, mapping), ...ownerNamed(task, mapping)] },
];

function row(task: Task, mapping: AsanaMapping): FactRow {
  const sections = sectionsOf(task);
  const meaning = mapping.taskKinds.find(({ name, section }) => {
    if (name === undefined && section === undefined) return false;
    return (name === undefined || task.name?.startsWith(name)) && (section === undefined || sections.includes(section));
  });
  const cancelled = sections.some((section) => mapping.cancelledSections.includes(section));
  return {
    externalId: task.gid,
    accountExternalId: task.account_holder,
    dealExternalId: null,
    kind: meaning?.kind ?? null,
    subject: task.name || null,
    status: task.completed ? 'completed' : 'open',
    ownerExternalId: task.assignee?.gid ?? null,
    required: meaning?.required ?? false,
    startedAt: task.created_at,
    dueAt: task.due_at ?? (task.due_on == null ? null : endOf(task.due_on)),
    doneAt: task.completed && !cancelled ? (task.completed_at ?? null) : null,
    cancelledAt: cancelled ? (task.completed_at ?? task.modified_at) : null,
  };
}

const DAY = 86_400_000;

/** A day is over when the next one begins, UTC. */
const endOf = (day: string) => new Date(instant(day).getTime() + DAY);

const sectionsOf = ({ memberships }: Task) => (memberships ?? []).flatMap(({ section }) => section?.name ?? []);

function accountLink(task: Task, mapping: AsanaMapping): FactRow[] {
  const key = fieldText(task.custom_fields, mapping.accountField);
  return key === null ? [] : [keyLink({ externalId: `task:${task.gid}`, key, is: mapping.accountKeyIs, name: task.name || null })];
}

/** What a task went through, oldest first. */
const storiesOf = ({ stories }: Task, subtype: string) =>
  stories.filter(({ resource_subtype }) => resource_subtype === subtype).sort((a, b) => a.created_at.getTime() - b.created_at.getTime());

/** The first time only; a task made in the section was there from the start. */
function sectionMoments(task: Task, mapping: AsanaMapping): FactRow[] {
  const moves = storiesOf(task, 'section_changed');
  return mapping.sectionMoments.flatMap(({ section, kind }) => {
    const reached = moves.find(({ new_section }) => new_section?.name === section)?.created_at;
    const at = reached ?? (moves.length === 0 && sectionsOf(task).includes(section) ? task.created_at : null);
    return at === null ? [] : [event(task, { name: `section:${section}`, kind, at, detail: null })];
  });
}

/** Whoever was assigned first, at that moment; without a story of it, whoever the task was made for. */
function ownerNamed(task: Task, { ownerNamedTasks: prefix }: AsanaMapping): FactRow[] {
  if (prefix === null || !task.name?.startsWith(prefix)) return [];
  const first = storiesOf(task, 'assigned').find(({ assignee }) => assignee != null);
  const owner = first?.assignee?.gid ?? task.assignee?.gid;
  if (owner === undefined) return [];
  return [event(task, { name: 'owner-named', kind: 'owner-named', at: first?.created_at ?? task.created_at, detail: owner })];
}

const event = (task: Task, { name, ...rest }: { name: string; kind: string; at: Date; detail: string | null }): FactRow => ({
  externalId: `task:${task.gid}:${name}`,
  ...rest,
  title: task.name || null,
  accountExternalId: task.account_holder,
});
