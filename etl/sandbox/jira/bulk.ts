import type { Answer, Request } from '../stand-in/fault.js';
import { badRequest } from './error.js';
import { fieldsOf, type Searched, strings } from './search.js';
import type { JiraIssue, JiraSite } from './site.js';
import { keyOf, wireChanges, wireIssue } from './wire.js';

const MOST_ISSUES = 100;
const MOST_LOGS = 1_000;
const MOST_FIELDS = 10;
/** Far under Jira's own 10,000, so that a reader has to turn the page. */
const HISTORIES_IN_A_PAGE = 150;

/** Issues by id or key, those of archived projects too; what is not found is passed over. */
export function bulkFetch(request: Request, { site, url }: Searched): Answer {
  const body = fieldsOf(request.body);
  const wanted = strings(body.issueIdsOrKeys);
  if (wanted.length === 0 || wanted.length > MOST_ISSUES) return badRequest(`Between 1 and ${MOST_ISSUES} issue IDs or keys are needed.`);
  const issues = found(site, wanted).map((issue) => wireIssue(issue, { site, url, fields: strings(body.fields) }));
  return { status: 200, body: { expand: 'schema,names', issueErrors: [], issues } };
}

/** Changelogs by issue id, cut into pages by the number of changes: one issue may be told in two pages. */
export function bulkChangelogs(request: Request, { site, url }: Searched): Answer {
  const body = fieldsOf(request.body);
  const wanted = strings(body.issueIdsOrKeys);
  const fields = strings(body.fieldIds);
  if (wanted.length === 0 || wanted.length > MOST_LOGS) return badRequest(`Between 1 and ${MOST_LOGS} issue IDs or keys are needed.`);
  if (fields.length > MOST_FIELDS) return badRequest(`No more than ${MOST_FIELDS} field IDs can be given.`);
  const start = Number(body.nextPageToken ?? 0);
  const all = found(site, wanted).flatMap((issue) =>
    wireChanges(issue, { site, url }, fields).map((history) => ({ issueId: issue.id, history })),
  );
  const page = all.slice(start, start + HISTORIES_IN_A_PAGE);
  const issueChangeLogs = [...new Set(page.map(({ issueId }) => issueId))].map((issueId) => ({
    issueId,
    changeHistories: page.filter((one) => one.issueId === issueId).map(({ history }) => history),
  }));
  const next = start + HISTORIES_IN_A_PAGE;
  return { status: 200, body: { issueChangeLogs, ...(next < all.length ? { nextPageToken: String(next) } : {}) } };
}

function found(site: JiraSite, idsOrKeys: string[]): JiraIssue[] {
  const wanted = new Set(idsOrKeys);
  const trashed = new Set(site.projects.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id));
  return site.issues.filter((issue) => !trashed.has(issue.projectId) && (wanted.has(issue.id) || wanted.has(keyOf(issue, site))));
}
