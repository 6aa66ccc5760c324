import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { problem } from '../../server/http/problem.js';
import type { ApiDocument, Route } from './route.js';
import { type Answer, type Asked, isJson } from './visitor.js';

export type Fault = '5xx' | 'undocumented' | 'mismatch' | 'leak';

export interface Finding {
  fault: Fault;
  asked: Asked;
  said: string;
}

/** What no answer says: a line of a stack, of SQL, or of where files are, among them our own. */
const LEAKS = /\n\s+at |node_modules|\/tmp\/|QueryFailedError|\bselect .+ from |\binsert into |syntax error at|violates|relation "/i;

const API = 'https://baton.example/openapi.json';

/** Compares answers with what the document says of them. */
export function answerCheck(document: ApiDocument): (route: Route, asked: Asked, answer: Answer) => Finding | null {
  const ajv = new Ajv2020({ strict: false, validateFormats: true, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: API, components: document.components });
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  const of = (route: Route, status: number) => {
    const schema = route.statuses.get(String(status));
    const key = `${route.method} ${route.path} ${status}`;
    if (!schema) return null;
    const valid = compiled.get(key) ?? ajv.compile(withAbsolute(schema));
    compiled.set(key, valid);
    return valid;
  };
  return (route, asked, answer) => {
    const { status, type, text } = answer;
    const found = (fault: Fault, said: string): Finding => ({ fault, asked, said: `${status} ${said}`.slice(0, 400) });
    if (status >= 500 && status !== 503) return found('5xx', text);
    if (!route.statuses.has(String(status))) return found('undocumented', text);
    if (status >= 400) return refusalFault(asked, answer, found);
    const valid = of(route, status);
    if (!valid || !isJson(type) || valid(JSON.parse(text))) return null;
    return found('mismatch', `${ajv.errorsText(valid.errors)} ${text}`);
  };
}

function refusalFault(asked: Asked, { type, text }: Answer, found: (fault: Fault, said: string) => Finding): Finding | null {
  if (!isProblem(type, text)) return found('mismatch', text);
  return leaks(text, asked) ? found('leak', text) : null;
}

const isProblem = (type: string, text: string) =>
  type.startsWith('application/problem+json') && problem.safeParse(JSON.parse(text)).success;

/** What was sent may be said again. */
const leaks = (text: string, { url, body = '' }: Asked) =>
  text.includes(process.cwd()) || (LEAKS.test(text) && !LEAKS.test(url + body) && !LEAKS.test(decodeURIComponent(url)));

const withAbsolute = (schema: object): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/components', `"${API}#/components`));
