import pg from 'pg';

/** What went to and fro between this process and Postgres. */
export interface Flights {
  /** Times that something was sent and waited for. A COPY has two: its statement, and the end of its lines. */
  trips: number;
  /** Statements as they were sent; those that open, scope and close a transaction beside them. */
  statements: string[];
}

interface Wire {
  on(event: 'readyForQuery' | 'copyInResponse', heard: () => void): void;
}

/** Counts on the wire of one data source of pg's, known by a word in the options of its connections; '' for all. */
export class FlightTap {
  private heard: Flights = { trips: 0, statements: [] };
  private readonly untapped = pg.Client.prototype.query;
  private readonly wires = new WeakSet<object>();

  constructor(mark = '') {
    const { untapped } = this;
    const hear = (client: Tapped, sent: unknown) => this.hear(client, sent);
    pg.Client.prototype.query = function tapped(this: Tapped, ...sent: unknown[]) {
      if (mark === '' || this.connectionParameters.options?.includes(mark)) hear(this, sent[0]);
      return Reflect.apply(untapped, this, sent);
    } as typeof untapped;
  }

  async during(work: () => Promise<unknown>): Promise<Flights> {
    const heard: Flights = { trips: 0, statements: [] };
    this.heard = heard;
    await work();
    this.heard = { trips: 0, statements: [] };
    return heard;
  }

  close(): void {
    pg.Client.prototype.query = this.untapped;
  }

  private hear(client: Tapped, sent: unknown): void {
    if (!this.wires.has(client)) {
      this.wires.add(client);
      const trip = () => {
        this.heard.trips += 1;
      };
      client.connection.on('readyForQuery', trip);
      client.connection.on('copyInResponse', trip);
    }
    this.heard.statements.push(textOf(sent));
  }
}

type Tapped = pg.Client & { connectionParameters: { options?: string }; connection: Wire };

function textOf(sent: unknown): string {
  if (typeof sent === 'string') return sent;
  const { text, cursor } = sent as { text?: unknown; cursor?: { text?: unknown } };
  return String(text ?? cursor?.text ?? '');
}
