import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { CSRF_HEADER, csrfTokenOf } from '../server/access/csrf.js';
import { Installation } from '../server/http/installation.js';

export type Agent = ReturnType<typeof request.agent>;

/** Keeps cookies, and brings the token of its session with every change, as the dashboard does. */
export function agentOf(app: NestExpressApplication): Agent {
  const agent = request.agent(app.getHttpServer());
  const { sessionKey } = app.get(Installation);
  for (const method of ['post', 'put', 'patch', 'delete'] as const) {
    const plain = agent[method].bind(agent);
    agent[method] = (url) => {
      const asked = plain(url);
      const sessionId = sessionIdOf(asked);
      return sessionId ? asked.set(CSRF_HEADER, csrfTokenOf(sessionId, sessionKey)) : asked;
    };
  }
  return agent;
}

/** The signed cookie that superagent has put into a request it is about to send. */
function sessionIdOf(asked: object): string | undefined {
  const cookies = 'cookies' in asked ? String(asked.cookies) : '';
  return /(?:^|;\s*)(?:__Host-)?baton=s(?:%3A|:)([^.;]+)[.]/.exec(cookies)?.[1];
}
