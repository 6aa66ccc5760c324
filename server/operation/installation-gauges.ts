import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { atTheDoor, Workspace, within } from '../../etl/warehouse/index.js';
import { Clock } from '../http/clock.js';
import { Metrics } from '../http/metrics.js';

/** How far each source has been read, as on the page of sources. */
const SOURCES = `
  with read_through as (
    select source_id, case when count(*) = count(complete_at) then min(complete_at) end as at
      from cursor where workspace_id = $1
     group by source_id
  )
  select source.kind as word, extract(epoch from $2 - read_through.at)::float8 as number
    from source
    left join read_through on read_through.source_id = source.id
   where source.workspace_id = $1`;

const DELIVERIES = `
  select status as word, count(*)::int as number from report_delivery where workspace_id = $1 and $2::timestamptz is not null group by status`;

const SESSIONS = `select count(*)::int as count from session where expire > now()`;

/** However many ask, Postgres is asked once in so many milliseconds. */
const FRESH = 10_000;
/** Who scrapes waits no longer than this many milliseconds for Postgres: a line that is missing says that it is away. */
const PATIENCE = 3_000;

interface Row {
  word: string;
  number: number | null;
}

/** What stands in Postgres, over all workspaces together. */
@Injectable()
export class InstallationGauges implements OnModuleInit {
  private readonly kept = new Map<string, { at: number; rows: Promise<Row[]> }>();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('baton_source_age_seconds', {
      help: 'How long ago the source of a kind that is furthest behind was read through',
      labelNames: ['kind'],
      collect: (gauge) => this.fill(gauge, { label: 'kind', sql: SOURCES, join: Math.max }),
    });
    this.metrics.gauge('baton_report_deliveries', {
      help: 'Mails in the ledger by status',
      labelNames: ['status'],
      collect: (gauge) => this.fill(gauge, { label: 'status', sql: DELIVERIES, join: (one, other) => one + other }),
    });
    this.metrics.gauge('baton_sessions', { help: 'Sessions that have not expired', collect: (gauge) => this.fillSessions(gauge) });
  }

  private async fill(
    gauge: Gauge,
    { label, sql, join }: { label: string; sql: string; join: (one: number, other: number) => number },
  ): Promise<void> {
    gauge.reset();
    const found = new Map<string, number>();
    for (const { word, number } of await this.once(sql, () => this.everywhere(sql))) {
      if (number === null) continue;
      const before = found.get(word);
      found.set(word, before === undefined ? number : join(before, number));
    }
    for (const [word, number] of found) gauge.set({ [label]: word }, number);
  }

  private async fillSessions(gauge: Gauge): Promise<void> {
    gauge.reset();
    const [row] = await this.once(SESSIONS, () => atTheDoor(() => this.db.query(SESSIONS)));
    const { count } = (row ?? {}) as { count?: number };
    if (count === undefined) gauge.remove();
    else gauge.set(count);
  }

  private async everywhere(sql: string): Promise<Row[]> {
    const workspaces = await atTheDoor(() => this.db.getRepository(Workspace).find({ select: { id: true } }));
    const rows: Row[] = [];
    for (const { id } of workspaces) rows.push(...(await within(id, () => this.db.query<Row[]>(sql, [id, this.clock.now()]))));
    return rows;
  }

  private once(key: string, ask: () => Promise<Row[]>): Promise<Row[]> {
    const now = performance.now();
    const kept = this.kept.get(key);
    if (kept && now - kept.at < FRESH) return kept.rows;
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<Row[]>((resolve) => {
      late = setTimeout(() => resolve([]), PATIENCE);
    });
    const rows = Promise.race([ask().catch((): Row[] => []), patience]).finally(() => clearTimeout(late));
    this.kept.set(key, { at: now, rows });
    return rows;
  }
}
