import type { Owner, Task } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import type { AsanaProject, AsanaSpace, AsanaStory, AsanaTask, AsanaUser } from './space.js';

const WORKSPACE = '1200000000000001';
/** A board on which some tasks of many customers lie, too. */
const OVERVIEW: AsanaProject = {
  gid: '1200000000000002',
  name: 'All onboardings',
  archived: false,
  completedAt: null,
  ownerGid: null,
  accountKey: null,
  createdAt: 0,
};

/** The onboarding tasks of the sample company as a team keeps them in Asana: a project for each deal, which holds the id of the customer. */
export function asanaSpaceOf(company: SampleCompany): AsanaSpace {
  const names = new Map(company.companies.map(({ id, name, churnedAt }) => [id, { name, churned: churnedAt !== null }]));
  const projects = new Map<string, AsanaProject>();
  const tasks: AsanaTask[] = [];
  for (const [index, task] of company.tasks.entries()) {
    if (task.archivedAt !== null) continue;
    const known = projects.get(task.dealId ?? '');
    const project = known ?? projectOf(task, names.get(task.companyId ?? ''));
    projects.set(task.dealId ?? '', project);
    const below = task.subject.startsWith('Onboarding:') && Math.floor(Number(project.gid) / 3) % 3 === 0;
    if (below && !tasks.some(({ gid }) => gid === `7${project.gid}`)) tasks.push(planOf(task, project));
    tasks.push(taskOf(task, { index, project, below }));
  }
  const users = company.owners.filter(({ archivedAt }) => archivedAt === null).map(userOf);
  return { gid: WORKSPACE, name: 'Northwind Software', users, projects: [OVERVIEW, ...projects.values()], tasks, events: [] };
}

const userOf = ({ id, firstName, lastName, email }: Owner): AsanaUser => ({ gid: id, name: `${firstName} ${lastName}`, email });

const projectOf = (first: Task, customer: { name: string; churned: boolean } | undefined): AsanaProject => ({
  gid: `12${first.id}`,
  name: `Onboarding ${customer?.name ?? 'of a customer'}`,
  archived: customer?.churned ?? false,
  completedAt: null,
  ownerGid: first.ownerId,
  accountKey: first.companyId,
  createdAt: first.createdAt,
});

/** What the steps of an onboarding stand below. */
const planOf = (first: Task, project: AsanaProject): AsanaTask => ({
  gid: `7${project.gid}`,
  name: 'Onboarding plan',
  projectGids: [project.gid],
  parentGid: null,
  section: 'Plan',
  assigneeGid: first.ownerId,
  dueOn: null,
  completedAt: null,
  createdAt: first.createdAt,
  changedAt: first.createdAt,
  stories: [],
});

function taskOf(task: Task, { index, project, below }: { index: number; project: AsanaProject; below: boolean }): AsanaTask {
  const story = (at: number, subtype: AsanaStory['subtype']): AsanaStory => {
    const gid = `${task.id}${subtype === 'assigned' ? 1 : 2}`;
    return { gid, at, subtype, assigneeGid: subtype === 'assigned' ? task.ownerId : null, section: null };
  };
  return {
    gid: task.id,
    name: task.subject,
    projectGids: below ? [] : index % 10 === 0 ? [OVERVIEW.gid, project.gid] : [project.gid],
    parentGid: below ? `7${project.gid}` : null,
    section: task.completedAt === null ? 'Doing' : 'Done',
    assigneeGid: task.ownerId,
    dueOn: new Date(task.dueAt).toISOString().slice(0, 10),
    completedAt: task.completedAt,
    createdAt: task.createdAt,
    changedAt: task.changedAt,
    stories: [
      ...(task.ownerId === null ? [] : [story(task.createdAt, 'assigned')]),
      ...(task.completedAt === null ? [] : [story(task.completedAt, 'marked_complete')]),
    ],
  };
}
