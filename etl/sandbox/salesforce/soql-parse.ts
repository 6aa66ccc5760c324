import { Refused } from './error.js';
import { type Token, tokens } from './soql-token.js';

export interface Literal {
  kind: 'text' | 'moment' | 'number' | 'word';
  text: string;
}

export interface Condition {
  field: string;
  operator: '=' | '!=' | '>' | '>=' | '<' | '<=' | 'IN' | 'NOT IN';
  values: Literal[];
}

export interface SoqlQuery {
  /** Null for COUNT(). */
  fields: string[] | null;
  from: string;
  /** All of them must hold. */
  where: Condition[];
  orderBy: { field: string; descending: boolean }[];
  limit: number | null;
}

/** SELECT .. FROM .. [WHERE .. AND ..] [ORDER BY ..] [LIMIT n]: the part of SOQL that a replica needs. Throws Refused for anything else. */
export function parseSoql(soql: string): SoqlQuery {
  const reader = new Reader(tokens(soql));
  reader.word('SELECT');
  const fields = reader.fields();
  reader.word('FROM');
  const from = reader.name();
  const where = reader.has('WHERE') ? reader.conditions() : [];
  const orderBy = reader.has('ORDER') ? reader.order() : [];
  const limit = reader.has('LIMIT') ? Number(reader.take('number').text) : null;
  reader.take('end');
  return { fields, from, where, orderBy, limit };
}

class Reader {
  private at = 0;

  constructor(private readonly all: Token[]) {}

  fields(): string[] | null {
    if (this.peek().text.toUpperCase() === 'COUNT') {
      this.at += 1;
      this.sign('(');
      this.sign(')');
      return null;
    }
    return this.list(() => this.name());
  }

  conditions(): Condition[] {
    const found = [this.condition()];
    while (this.has('AND')) found.push(this.condition());
    return found;
  }

  order(): SoqlQuery['orderBy'] {
    this.word('BY');
    return this.list(() => {
      const field = this.name();
      const descending = this.has('DESC');
      if (!descending) this.has('ASC');
      return { field, descending };
    });
  }

  name(): string {
    return this.take('word').text;
  }

  word(wanted: string): void {
    if (!this.has(wanted)) throw this.unexpected();
  }

  has(wanted: string): boolean {
    const token = this.peek();
    const found = token.kind === 'word' && token.text.toUpperCase() === wanted;
    if (found) this.at += 1;
    return found;
  }

  take(kind: Token['kind']): Token {
    const token = this.peek();
    if (token.kind !== kind) throw this.unexpected();
    this.at += 1;
    return token;
  }

  private condition(): Condition {
    const field = this.name();
    const negated = this.has('NOT');
    if (this.has('IN')) {
      this.sign('(');
      const values = this.list(() => this.literal());
      this.sign(')');
      return { field, operator: negated ? 'NOT IN' : 'IN', values };
    }
    const operator = this.take('sign').text.replace('<>', '!=');
    if (negated || !['=', '!=', '>', '>=', '<', '<='].includes(operator)) throw this.unexpected();
    return { field, operator: operator as Condition['operator'], values: [this.literal()] };
  }

  private literal(): Literal {
    const { kind, text } = this.peek();
    if (kind === 'sign' || kind === 'end') throw this.unexpected();
    this.at += 1;
    return { kind, text };
  }

  private list<T>(one: () => T): T[] {
    const found = [one()];
    while (this.peek().text === ',' && this.peek().kind === 'sign') {
      this.at += 1;
      found.push(one());
    }
    return found;
  }

  private sign(wanted: string): void {
    if (this.take('sign').text !== wanted) throw this.unexpected();
  }

  private peek(): Token {
    return this.all[this.at] ?? { kind: 'end', text: '' };
  }

  private unexpected(): Refused {
    const { kind, text } = this.peek();
    return new Refused('MALFORMED_QUERY', `unexpected token: '${kind === 'end' ? '<EOF>' : text}'`);
  }
}
