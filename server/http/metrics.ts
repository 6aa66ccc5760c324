import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. What a person waits for, finely; what a sync takes, coarsely. */
const OF_REQUESTS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30];
const OF_SYNCS = [1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 12 * 3600];

export interface AnsweredRequest {
  method: string;
  route: string;
  status: number;
  milliseconds: number;
}

/**
 * What an operator watches, in the words of Prometheus. A label is one of a few words that are in the code - a route as it
 * was declared, a kind of source, a status - and never names or numbers a workspace, a person or a customer.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'baton_request_duration_seconds',
    help: 'Requests by route as declared, and status; 499 is a client that left',
    labelNames: ['method', 'route', 'status'],
    buckets: OF_REQUESTS,
    registers: [this.registry],
  });
  private readonly refusals = this.counter('baton_throttle_refusals_total', 'Requests refused because there were too many', ['route']);
  private readonly answers = this.counter('baton_counted_answers_total', 'Answers over the columns, counted anew or kept', ['how']);
  private readonly earlier = this.counter(
    'baton_earlier_answers_total',
    'Answers of the moment before, while the next was being counted',
    [],
  );
  private readonly records = this.counter('baton_sync_records_total', 'Records of syncs of this process', ['kind', 'what']);
  private readonly syncs = new Histogram({
    name: 'baton_sync_duration_seconds',
    help: 'Syncs of this process by kind of source and outcome',
    labelNames: ['kind', 'outcome'],
    buckets: OF_SYNCS,
    registers: [this.registry],
  });

  /** Begins to watch the process itself: its memory, handles and event loop. `version` is Baton's. */
  watchProcess(version: string): void {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('baton_build_info', { help: 'Always 1', labelNames: ['version', 'node'] }).set({ version, node: process.version }, 1);
  }

  answered({ method, route, status, milliseconds }: AnsweredRequest): void {
    this.requests.observe({ method, route, status: String(status) }, milliseconds / 1000);
    if (status === 429) this.refusals.inc({ route });
  }

  told({ counted, earlier }: { counted: boolean; earlier: boolean }): void {
    this.answers.inc({ how: counted ? 'counted' : 'kept' });
    if (earlier) this.earlier.inc();
  }

  synced(
    of: { kind: string; outcome: string },
    { milliseconds, records }: { milliseconds: number; records: Record<string, number> },
  ): void {
    this.syncs.observe(of, milliseconds / 1000);
    for (const [what, count] of Object.entries(records)) this.records.inc({ kind: of.kind, what }, count);
  }

  /** One that is read when it is asked for: `collect` sets it. */
  gauge(
    name: string,
    { help, labelNames = [], collect }: { help: string; labelNames?: string[]; collect?: (gauge: Gauge) => void | Promise<void> },
  ): Gauge {
    return new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      ...(collect && {
        collect() {
          return collect(this);
        },
      }),
    });
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
