import pg, { type PoolClient, type QueryResult } from 'pg';

/** The part of pg's wire that its own `Query` uses too. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parse(message: { text: string }): void;
  bind(message: object): void;
  execute(message: object): void;
  sync(): void;
}

interface Sent {
  queryMode: 'extended';
  submit(wire: Wire): Error | null;
  handleCommandComplete(message: unknown, wire: Wire): void;
}

/**
 * Sends a statement, those that go before it and a commit at once, and waits once. Postgres leaves out whatever stands behind one
 * that fails, so that the statement never runs without those before it; the transaction is then still open, for the caller to roll back.
 */
export function inOneFlight(client: PoolClient, { before, text, values }: { before: string[]; text: string; values: unknown[] }) {
  return new Promise<QueryResult>((resolve, reject) => {
    const told = (error: Error | undefined, result: unknown) => (error ? reject(error) : resolve(result as QueryResult));
    const query = new pg.Query(text, values, told);
    around(query as unknown as Sent, before);
    client.query(query);
  });
}

function around(query: Sent, before: string[]): void {
  const submit = query.submit.bind(query);
  const complete = query.handleCommandComplete.bind(query);
  let completed = 0;
  query.queryMode = 'extended';
  query.submit = (wire) => {
    wire.stream.cork();
    try {
      for (const sql of before) add(wire, sql);
      const refused = submit(unended(wire));
      add(wire, 'commit');
      wire.sync();
      return refused;
    } finally {
      wire.stream.uncork();
    }
  };
  // Of the others nothing but this is heard: nobody asked for a description of their rows.
  query.handleCommandComplete = (message, wire) => {
    if (completed++ === before.length) complete(message, wire);
  };
}

function add(wire: Wire, text: string): void {
  wire.parse({ text });
  wire.bind({});
  wire.execute({});
}

/** One on which the end of a flight is not said yet. */
const unended = (wire: Wire): Wire => Object.create(wire, { sync: { value: () => {} } }) as Wire;
