import type { Answer, Request } from '../stand-in/fault.js';
import type { Searched } from './search.js';
import { ACCOUNT_FIELD, type JiraProject } from './site.js';
import { wireProject, wireUser } from './wire.js';

const number = (request: Request, name: string, usual: number): number => Number(request.query.get(name) ?? usual);

/** People who hide themselves take a place in the list and are not told: a page may be shorter than asked for. */
export function listUsers(request: Request, { site, url }: Searched): Answer {
  const start = number(request, 'startAt', 0);
  const page = site.users.slice(start, start + Math.min(number(request, 'maxResults', 50), 1_000));
  return { status: 200, body: page.filter(({ hidden }) => !hidden).map((user) => wireUser(user, url)) };
}

export function listProjects(request: Request, { site, url }: Searched): Answer {
  const wanted = request.query.getAll('status');
  const found = site.projects
    .filter((project) => (wanted.length === 0 ? ['live'] : wanted).includes(statusOf(project)))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const [start, size] = [number(request, 'startAt', 0), Math.min(number(request, 'maxResults', 50), 50)];
  const names = request.query.getAll('properties');
  const values = found.slice(start, start + size).map((project) =>
    wireProject(project, url, {
      ...(names.length === 0
        ? {}
        : { properties: Object.fromEntries(Object.entries(project.properties).filter(([name]) => names.includes(name))) }),
      ...(request.query.get('expand') === 'insight'
        ? { insight: { totalIssueCount: site.issues.filter(({ projectId }) => projectId === project.id).length } }
        : {}),
    }),
  );
  const isLast = start + size >= found.length;
  return { status: 200, body: { self: `${url}${request.path}`, maxResults: size, startAt: start, total: found.length, isLast, values } };
}

const statusOf = ({ archivedAt, deletedAt }: JiraProject) => (deletedAt !== null ? 'deleted' : archivedAt !== null ? 'archived' : 'live');

export const listFields = (): Answer => ({
  status: 200,
  body: [
    {
      id: 'summary',
      key: 'summary',
      name: 'Summary',
      custom: false,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: ['summary'],
    },
    {
      id: ACCOUNT_FIELD,
      key: ACCOUNT_FIELD,
      name: 'Account key',
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: ['Account key', 'cf[10050]'],
      schema: { type: 'string', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield', customId: 10050 },
    },
  ],
});
