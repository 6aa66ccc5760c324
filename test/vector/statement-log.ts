import pg from 'pg';

/** The words of every statement that this process sends to Postgres from now on, without its parameters, until `end`. */
export function statementLog(): { texts: string[]; end(): void } {
  const texts: string[] = [];
  const { query } = pg.Client.prototype;
  const noting = function (this: pg.Client, ...given: unknown[]) {
    texts.push(textOf(given[0]));
    return Reflect.apply(query, this, given);
  };
  Object.assign(pg.Client.prototype, { query: noting });
  return { texts, end: () => Object.assign(pg.Client.prototype, { query }) };
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  if (typeof asked !== 'object' || asked === null) return '';
  if ('text' in asked && typeof asked.text === 'string') return asked.text;
  // A COPY brings its cursor with it.
  return 'cursor' in asked ? textOf(asked.cursor) : '';
}
