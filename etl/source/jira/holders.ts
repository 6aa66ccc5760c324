import { z } from 'zod';
import type { JiraClient } from './client.js';
import { keyOf } from './issue.js';
import type { NamedFields } from './named-fields.js';
import type { JiraMapping } from './settings.js';

/** As much of an issue as is needed to find who holds its account key. */
const wireHeld = z.looseObject({
  id: z.string(),
  fields: z.looseObject({
    labels: z.array(z.string()).nullish(),
    project: z.object({ id: z.string() }).nullish(),
    parent: z.object({ id: z.string() }).nullish(),
  }),
});
const wireIssues = z.object({ issues: z.array(wireHeld) });

type Held = z.output<typeof wireHeld>;

/** Jira's hierarchy: a subtask, its issue, its epic, and what a plan puts above. */
const MOST_LEVELS = 5;
const MOST_AT_ONCE = 100;
/** Known parents are forgotten beyond this many, so that memory stays flat. */
const MOST_KNOWN = 50_000;

export interface HolderOptions {
  client: JiraClient;
  mapping: JiraMapping;
  names: NamedFields;
  /** Ids of the projects that hold an account key themselves. */
  keyedProjects: Set<string>;
}

/** Finds what holds the account key of an issue: itself, else the nearest parent, else its project. */
export class Holders {
  private readonly known = new Map<string, Held>();

  constructor(private readonly options: HolderOptions) {}

  /** 'issue:<id>', 'project:<id>' or null, by issue id. An issue that is not as documented is left out. */
  async of(issues: unknown[], signal: AbortSignal): Promise<Map<string, string | null>> {
    const held = issues.flatMap((issue) => wireHeld.safeParse(issue).data ?? []);
    if (this.known.size > MOST_KNOWN) this.known.clear();
    for (const issue of held) this.known.set(issue.id, issue);
    for (let level = 1; level < MOST_LEVELS; level++) {
      const unknown = new Set(held.flatMap((issue) => this.unknownParent(issue) ?? []));
      if (unknown.size === 0) break;
      await this.learn([...unknown], signal);
    }
    return new Map(held.map((issue) => [issue.id, this.holder(issue)]));
  }

  private unknownParent(issue: Held): string | null {
    let at: Held | undefined = issue;
    for (let level = 0; level < MOST_LEVELS && at !== undefined && !this.holds(at); level++) {
      const parent: string | undefined = at.fields.parent?.id;
      if (parent === undefined) return null;
      at = this.known.get(parent);
      if (at === undefined) return parent;
    }
    return null;
  }

  private async learn(ids: string[], signal: AbortSignal): Promise<void> {
    const fields = ['labels', 'parent', 'project', ...Object.keys(this.options.names)];
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const asked = ids.slice(start, start + MOST_AT_ONCE);
      const { issues } = await this.options.client.post(wireIssues, '/issue/bulkfetch', { issueIdsOrKeys: asked, fields }, signal);
      for (const issue of issues) this.known.set(issue.id, issue);
      // A parent that may not be seen holds nothing, and ends the way up.
      for (const id of asked) if (!this.known.has(id)) this.known.set(id, { id, fields: {} });
    }
  }

  private holder(issue: Held): string | null {
    let at: Held | undefined = issue;
    for (let level = 0; level < MOST_LEVELS && at !== undefined; level++) {
      if (this.holds(at)) return `issue:${at.id}`;
      at = this.known.get(at.fields.parent?.id ?? '');
    }
    const project = issue.fields.project?.id ?? '';
    return this.options.keyedProjects.has(project) ? `project:${project}` : null;
  }

  private holds({ fields }: Held): boolean {
    return keyOf({ fields, field_names: this.options.names }, this.options.mapping) !== null;
  }
}
