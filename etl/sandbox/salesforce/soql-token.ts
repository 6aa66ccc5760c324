import { Refused } from './error.js';

export interface Token {
  kind: 'word' | 'text' | 'moment' | 'number' | 'sign' | 'end';
  /** As written; of a text without its quotes. */
  text: string;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.]\d+)?(?:Z|[+-]\d\d:?\d\d)/;
const KINDS: [kind: Token['kind'], pattern: RegExp][] = [
  ['moment', MOMENT],
  ['moment', /^\d{4}-\d\d-\d\d(?![\d-])/],
  ['number', /^-?\d+(?:[.]\d+)?/],
  ['word', /^[A-Za-z_][\w.]*/],
  ['text', /^'(?:[^'\\]|\\.)*'/],
  ['sign', /^(?:>=|<=|!=|<>|[=<>(),])/],
];

export function tokens(soql: string): Token[] {
  const found: Token[] = [];
  let rest = soql.trimStart();
  while (rest !== '') {
    const token = first(rest);
    found.push({ ...token, text: token.kind === 'text' ? unquoted(token.text) : token.text });
    rest = rest.slice(token.text.length).trimStart();
  }
  return [...found, { kind: 'end', text: '' }];
}

function first(rest: string): Token {
  for (const [kind, pattern] of KINDS) {
    const [text] = pattern.exec(rest) ?? [];
    if (text !== undefined) return { kind, text };
  }
  throw new Refused('MALFORMED_QUERY', `line 1:0 no viable alternative at character '${rest[0]}'`);
}

const unquoted = (text: string) => text.slice(1, -1).replace(/\\(.)/g, '$1');
