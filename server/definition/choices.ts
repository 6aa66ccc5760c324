import type { DataSource } from 'typeorm';

/** What a definition can name, as far as the workspace has seen it; the commonest first. */
export interface Choices {
  products: string[];
  segments: string[];
  stages: Stage[];
  tags: string[];
  priorities: string[];
  /** Subjects of done tasks. */
  tasks: string[];
}

export interface Stage {
  source: string;
  sourceName: string;
  pipeline: string;
  stage: string;
  label: string;
  /** As the CRM says. */
  won: boolean;
}

/** More are no choice; what is not among them can be typed. */
const MOST = 200;

export async function choicesOf(db: DataSource, workspaceId: string): Promise<Choices> {
  const names = async (sql: string) =>
    (await db.query<{ name: string }[]>(`${sql} order by count(*) desc, 1 limit ${MOST}`, [workspaceId])).map(({ name }) => name);
  const [products, segments, stages, tags, priorities, tasks] = await Promise.all([
    names(PRODUCTS),
    names(`select segment as name from handoff where workspace_id = $1 and removed_at is null group by segment`),
    db.query<Stage[]>(STAGES, [workspaceId]),
    names(`select tag as name from ticket, unnest(tags) tag where workspace_id = $1 and deleted_at is null group by tag`),
    names(`select priority as name from ticket where workspace_id = $1 and deleted_at is null and priority is not null group by priority`),
    names(`select subject as name from task where workspace_id = $1 and deleted_at is null and done_at is not null and subject is not null
      group by subject`),
  ]);
  return { products, segments: [...new Set(['standard', 'enterprise', ...segments])], stages, tags, priorities, tasks };
}

const PRODUCTS = `
  select dimensions ->> 'product' as name from handoff
  where workspace_id = $1 and removed_at is null and dimensions ->> 'product' is not null group by dimensions ->> 'product'`;

const STAGES = `
  select p.source_id as source, s.name as "sourceName", p.pipeline, p.stage, min(p.label) as label, bool_or(p.won) as won
  from pipeline_stage p join source s on s.workspace_id = p.workspace_id and s.id = p.source_id
  where p.workspace_id = $1 and p.deleted_at is null
  group by p.source_id, s.name, p.pipeline, p.stage
  order by p.source_id, p.pipeline, won desc, min(p.label)`;
