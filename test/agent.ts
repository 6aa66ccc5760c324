import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { CSRF_HEADER, csrfTokenOf } from '../server/access/csrf.js';
import { Installation } from '../server/http/installation.js';

export type Agent = ReturnType<typeof request.agent>;

/** Keeps cookies, and brings the token of its session with every change, as the dashboard does. */
export function agentOf(app: NestExpressApplication): Agent {
  const agent = request.agent(app.getHttpServer());
  for (const method of ['post', 'put', 'patch', 'delete'] as const) {
    const plain = agent[method].bind(agent);
    agent[method] = (url) => {
      const asked = plain(url);
      return asked.set(tokenOf(app, cookiesOf(asked)));
    };
  }
  return agent;
}

/** What superagent has put into a request it is about to send. */
const cookiesOf = (asked: object): string => ('cookies' in asked ? String(asked.cookies) : '');

/** The cookies an agent would send to a path. */
export const cookieOf = (agent: Agent, path = '/api/session'): string => cookiesOf(agent.get(path));

/** The header with the token of the session that a cookie names; none when it names none. */
export function tokenOf(app: NestExpressApplication, cookie: string): Record<string, string> {
  const sessionId = /(?:^|;\s*)(?:__Host-|__Secure-)?baton=s(?:%3A|:)([^.;]+)[.]/.exec(cookie)?.[1];
  return sessionId ? { [CSRF_HEADER]: csrfTokenOf(sessionId, app.get(Installation).sessionKey) } : {};
}
