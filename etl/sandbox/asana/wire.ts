import type { Moment } from '../company/company.js';
import type { AsanaEvent, AsanaProject, AsanaSpace, AsanaStory, AsanaTask, AsanaUser } from './space.js';

const iso = (at: Moment | null): string | null => (at === null ? null : new Date(at).toISOString());

const user = (gid: string | null) => (gid === null ? null : { gid, resource_type: 'user', name: `User ${gid}` });

const textField = (name: string, value: string | null) => ({
  gid: '1200000000000900',
  resource_type: 'custom_field',
  resource_subtype: 'text',
  type: 'text',
  name,
  enabled: true,
  text_value: value,
  display_value: value,
});

export const wireUser = ({ gid, name, email }: AsanaUser) => ({ gid, resource_type: 'user', name, email });

export const wireProject = (project: AsanaProject, space: AsanaSpace) => ({
  gid: project.gid,
  resource_type: 'project',
  name: project.name,
  archived: project.archived,
  completed: project.completedAt !== null,
  completed_at: iso(project.completedAt),
  owner: user(project.ownerGid),
  created_at: iso(project.createdAt),
  modified_at: iso(project.createdAt),
  permalink_url: `https://app.asana.com/1/${space.gid}/project/${project.gid}`,
  workspace: { gid: space.gid, resource_type: 'workspace', name: space.name },
  custom_fields: project.accountKey === null ? [] : [textField('Account key', project.accountKey)],
});

export function wireTask(task: AsanaTask, space: AsanaSpace) {
  const parent = task.parentGid === null ? undefined : space.tasks.find(({ gid }) => gid === task.parentGid);
  const project = (gid: string) => ({ gid, resource_type: 'project', name: space.projects.find((one) => one.gid === gid)?.name ?? '' });
  return {
    gid: task.gid,
    resource_type: 'task',
    resource_subtype: 'default_task',
    name: task.name,
    completed: task.completedAt !== null,
    completed_at: iso(task.completedAt),
    created_at: iso(task.createdAt),
    modified_at: iso(task.changedAt),
    due_on: task.dueOn,
    due_at: null,
    assignee: user(task.assigneeGid),
    memberships: task.projectGids.map((gid) => ({
      project: project(gid),
      section: { gid: `${gid}${task.section.length}`, resource_type: 'section', name: task.section },
    })),
    projects: task.projectGids.map(project),
    parent: parent === undefined ? null : { gid: parent.gid, resource_type: 'task', name: parent.name },
    num_subtasks: space.tasks.filter(({ parentGid }) => parentGid === task.gid).length,
    permalink_url: `https://app.asana.com/1/${space.gid}/task/${task.gid}`,
    custom_fields: [],
  };
}

export const wireStory = (story: AsanaStory) => ({
  gid: story.gid,
  resource_type: 'story',
  resource_subtype: story.subtype,
  type: 'system',
  created_at: iso(story.at),
  created_by: user(story.assigneeGid),
  text: story.subtype,
  ...(story.subtype === 'assigned' ? { assignee: user(story.assigneeGid) } : {}),
  ...(story.section === null ? {} : { new_section: { gid: `8${story.gid}`, resource_type: 'section', name: story.section } }),
});

export const wireEvent = ({ at, action, taskGid, projectGid }: AsanaEvent) => ({
  type: 'task',
  action,
  created_at: iso(at),
  user: null,
  resource: { gid: taskGid, resource_type: 'task', resource_subtype: 'default_task', name: '' },
  parent: action === 'added' || action === 'removed' ? { gid: projectGid, resource_type: 'project', name: '' } : null,
});
