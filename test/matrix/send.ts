import type { Agent } from '../agent.js';
import { ASKS } from './asks.js';
import { asRole, type Ground, type RoleName } from './ground.js';
import { IDS, type IdKind, type Ids } from './ids.js';

export interface Told {
  status: number;
  /** Without what differs with every request: its path, its id, and the id that was asked. */
  body: string;
}

/** The kinds of ids a route is asked with: 'own' alone for one without any. */
export function kindsOf(route: string): IdKind[] {
  const ids = idsOf(route);
  if (!ids) return ['own'];
  return ids.everywhere ? ['own', 'random', 'malformed'] : ['own', 'foreign', 'random', 'malformed'];
}

const idsOf = (route: string): Ids | null => {
  const name = ASKS[route]?.ids;
  return name ? IDS[name] : null;
};

export interface Asked {
  route: string;
  role: RoleName;
  kind: IdKind;
}

/** Sent in place of what a route is asked with. */
interface Instead {
  id?: string;
  query?: Record<string, string>;
  body?: object;
}

/** Asks one route as one role with one kind of id. */
export async function ask(ground: Ground, asked: Asked, agents: Map<RoleName, Agent>, instead: Instead = {}): Promise<Told> {
  const { route, role } = asked;
  const [method = '', path = ''] = route.split(' ');
  const { query = {}, type, parts = {}, ...said } = ASKS[route] ?? {};
  const body = instead.body ?? said.body?.();
  const id = instead.id ?? (await idOf(ground, asked));
  const filled = Object.entries(parts).reduce((left, [name, part]) => left.replace(`{${name}}`, part), path);
  const agent = agents.get(role) ?? (await asRole(ground, role));
  const sent = request(agent, method, filled.replace(/[{][^}]+[}]/, encodeURIComponent(id))).query({ ...query, ...instead.query });
  // What changes sessions leaves none that another route could rely on.
  if (method !== 'GET' && path.startsWith('/api/session')) agents.delete(role);
  else agents.set(role, agent);
  const answer = await (body ? sent.set('content-type', type ?? 'application/json').send(body) : sent);
  return { status: answer.status, body: plain(answer.text ?? '', id) };
}

const request = (agent: Agent, method: string, path: string) =>
  agent[method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'](path);

/** An id of that kind, made when it must be there. */
export async function idOf(ground: Ground, { route, role, kind }: Asked): Promise<string> {
  const ids = idsOf(route);
  if (!ids) return '';
  if (kind === 'malformed') return ids.malformed;
  if (kind === 'random') return ids.random();
  const [mine, theirs] = role === 'other' ? [ground.foreign, ground.own] : [ground.own, ground.foreign];
  return ids.of({ ground, role, side: kind === 'own' ? mine : theirs });
}

const plain = (text: string, id: string): string => {
  const named = id ? text.replaceAll(id, '<id>').replaceAll(encodeURIComponent(id), '<id>') : text;
  return named.replaceAll(/"(instance|requestId)":"[^"]*"/g, '"$1":""');
};
