import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeSignInToken } from '../../server/access/sign-in/sign-in-link.js';
import { Clock } from '../../server/http/clock.js';
import { cookieOf, tokenOf } from '../agent.js';
import type { TestServer } from '../server.js';
import { signInMember } from '../sign-in-member.js';

export interface Answer {
  status: number;
  type: string;
  text: string;
}

export interface Asked {
  method: string;
  url: string;
  body?: string | undefined;
  /** Of the body; JSON when left out. */
  type?: string;
}

export const isJson = (type: string): boolean => /^application\/json(;|$)/.test(type);

/** Someone with all rights, who signs in again when a session has ended. */
export class Visitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });
  private readonly sessions: Record<string, string>[] = [{}, {}];
  private asked = 0;
  private signingIn: Promise<void> | null = null;

  private constructor(private readonly server: TestServer) {}

  static async to(server: TestServer): Promise<Visitor> {
    await server.app.listen(0, '127.0.0.1');
    const visitor = new Visitor(server);
    await visitor.signIn();
    return visitor;
  }

  /** Once with the link of the server, and once as an admin who has a login: some routes are for the one, some for the other. */
  async signIn(): Promise<void> {
    const { app, db, workspace } = this.server;
    const token = await makeSignInToken(db, workspace.id, app.get(Clock).now());
    const { setCookie } = await this.send({ method: 'GET', url: `/sign-in?token=${token}` }, {});
    const { agent } = await signInMember(this.server, { role: 'admin' });
    for (const [n, one] of [setCookie.split(';')[0] ?? '', cookieOf(agent)].entries())
      this.sessions[n] = { cookie: one, ...tokenOf(app, one) };
  }

  async ask(asked: Asked): Promise<Answer> {
    this.asked += 1;
    const answer = await this.send(asked, this.sessions[this.asked % 2] ?? {});
    if (answer.status === 401) await this.signInOnce();
    return answer;
  }

  /** Those who learn at the same time that their session has ended wait for the same new one. */
  private signInOnce(): Promise<void> {
    this.signingIn ??= this.signIn().finally(() => {
      this.signingIn = null;
    });
    return this.signingIn;
  }

  leave(): void {
    this.agent.destroy();
  }

  private send(
    { method, url, body, type = 'application/json' }: Asked,
    session: Record<string, string>,
  ): Promise<Answer & { setCookie: string }> {
    const { port } = this.server.app.getHttpServer().address() as AddressInfo;
    const sent = body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port,
        path: url,
        method: method.toUpperCase(),
        agent: this.agent,
        headers: { ...session, ...sent },
      };
      const going = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const { 'content-type': said = '', 'set-cookie': [setCookie = ''] = [] } = response.headers;
          resolve({ status: response.statusCode ?? 0, type: said, text: Buffer.concat(chunks).toString('utf8'), setCookie });
        });
      });
      // A connection that has rested may be closed at the moment it is used again; nothing was asked by it then.
      going.on('error', (error: NodeJS.ErrnoException) => {
        if (going.reusedSocket && error.code === 'ECONNRESET') resolve(this.send({ method, url, body, type }, session));
        else reject(error);
      });
      going.end(body);
    });
  }
}
