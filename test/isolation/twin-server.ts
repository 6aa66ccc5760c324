import { Writable } from 'node:stream';
import { makeSignInToken } from '../../server/access/sign-in/sign-in-link.js';
import { Counter } from '../../server/counting/counter.js';
import { logTo } from '../../server/http/log.js';
import { type Agent, agentOf } from '../agent.js';
import { type TestServer, testServer } from '../server.js';
import { type Asked, askedRoutes } from './asked-routes.js';
import { makeTwins, NOW, type Twins } from './twins.js';

export type Twin = 'anna' | 'bert';

export interface Answer {
  status: number;
  text: string;
}

/** A server with two workspaces in it, and a session of each. */
export interface TwinServer {
  server: TestServer;
  dataDirectory: string;
  made: Twins;
  /** Every GET of the document, of what that twin has. */
  asked: Record<Twin, Asked[]>;
  /** As if nothing had been asked before. */
  ask(twin: Twin, asked: Asked): Promise<Answer>;
  /** The same, where what was counted before may be told again. */
  quickly(twin: Twin, asked: Asked): Promise<Answer>;
  /** What was logged since the last call, on the level of debug. */
  logged(): string;
  close(): Promise<void>;
}

export interface TwinOptions {
  dataDirectory: string;
  /** The server works as the owner, whom row-level security does not hold: to show what that would let out. */
  asOwner?: boolean;
}

export async function openTwins({ dataDirectory, asOwner = false }: TwinOptions): Promise<TwinServer> {
  let lines = '';
  const log = logTo(
    new Writable({
      write(line: Buffer, _encoding, done) {
        lines += line.toString();
        done();
      },
    }),
    'debug',
  );
  let made: Twins | null = null;
  const server = await testServer({
    ...{ now: NOW, log, asOwner, dataDirectory },
    seed: async (db, workspace) => {
      made = await makeTwins(db, workspace);
    },
  });
  if (!made) throw new Error('the twins were not made');
  const { anna, bert }: Twins = made;
  const agents = { anna: await signedIn(server, anna), bert: await signedIn(server, bert) };
  return {
    server,
    dataDirectory,
    made,
    asked: { anna: await askedOf(server, anna), bert: await askedOf(server, bert) },
    ask(twin, asked) {
      server.app.get(Counter).forget();
      return answerOf(agents[twin], asked);
    },
    quickly: (twin, asked) => answerOf(agents[twin], asked),
    logged() {
      const said = lines;
      lines = '';
      return said;
    },
    close: () => server.close(),
  };
}

/** One that broke off half way is one too. */
async function answerOf(agent: Agent, { method, path, body }: Asked): Promise<Answer> {
  try {
    const asked = agent[method](path).send(body).buffer(true);
    // Bytes of any kind, in which a canary is found as in text.
    const { status, body: bytes } = await asked.parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces).toString('latin1')));
    });
    return { status, text: String(bytes) };
  } catch (error) {
    return { status: 500, text: String(error) };
  }
}

async function signedIn({ app, db }: TestServer, workspaceId: string): Promise<Agent> {
  const agent = agentOf(app);
  await agent.get(`/sign-in?token=${await makeSignInToken(db, workspaceId, NOW)}`).expect(303);
  return agent;
}

/** What only this twin has. */
async function askedOf({ db }: TestServer, workspaceId: string): Promise<Asked[]> {
  const [own] = await db.query<{ mail: string; member: string }[]>(
    `select (select message_id from report_delivery where workspace_id = $1) as mail,
       (select login_id from member where workspace_id = $1) as member`,
    [workspaceId],
  );
  if (!own) throw new Error('a twin has no mail and no member');
  return askedRoutes({ '/api/workspace/{id}/keeping': workspaceId, '/api/mail/{id}': own.mail, '/api/member/{id}': own.member });
}
