import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface Somebody {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

type Claims = Record<string, unknown>;

export interface IdentityProvider {
  issuer: string;
  /** Who signs in there next. */
  somebody: Somebody;
  /** What a token says instead; sealed anew with the provider's own key unless `forged`. */
  tamper: ((claims: Claims) => Claims) | null;
  forged: boolean;
  /** How such a token is signed: not at all, or with what the client shares or anybody knows as the key. */
  signing: 'RS256' | 'none' | 'HS256 by secret' | 'HS256 by public key';
  down: boolean;
  /** Goes there as a browser does, signs in, agrees, and answers the address to which it is sent back. */
  visit(url: string): Promise<URL>;
  close(): Promise<void>;
}

export const CLIENT = { clientId: 'baton', clientSecret: 'a secret of the client' };

/** A real provider of OpenID Connect on this machine. */
export async function identityProvider(redirectUri: string): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const idp: IdentityProvider = {
    ...{ issuer, somebody: { sub: 'nobody' }, tamper: null, forged: false, signing: 'RS256', down: false },
    visit: (url) => visit(url, { redirectUri, account: idp.somebody.sub }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] },
        ...{ grant_types: ['authorization_code'], response_types: ['code'] },
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...idp.somebody, sub }) }),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the provider'] },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  });
  const answer = provider.callback();
  const signed = (claims: Claims) => {
    const shared = idp.signing.endsWith('secret') ? CLIENT.clientSecret : publicKey.export({ type: 'spki', format: 'pem' });
    return idp.signing === 'RS256' ? rightly(claims) : otherwise(claims, idp.signing === 'none' ? null : shared);
  };
  const rightly = (claims: Claims) =>
    sign(
      { alg: 'RS256', typ: 'JWT', kid: 'one' },
      claims,
      idp.forged ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : privateKey,
    );
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (idp.down) return void response.destroy();
    if (request.url?.startsWith('/token') && idp.tamper) rewrite(response, idp.tamper, signed);
    answer(request, response);
  });
  return idp;
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(header: Claims, claims: Claims, key: Parameters<ReturnType<typeof createSign>['sign']>[0]): string {
  const body = `${base64(header)}.${base64(claims)}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key, 'base64url')}`;
}

/** Without a signature where the secret is null. */
function otherwise(claims: Claims, secret: string | Buffer | null): string {
  const body = `${base64({ alg: secret === null ? 'none' : 'HS256', typ: 'JWT', kid: 'one' })}.${base64(claims)}`;
  return `${body}.${secret === null ? '' : createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** Puts another ID token into the answer. */
function rewrite(response: ServerResponse, tamper: (claims: Claims) => Claims, signed: (claims: Claims) => string): void {
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    const answer = JSON.parse(body) as { id_token?: string };
    if (answer.id_token) {
      const [, claims = ''] = answer.id_token.split('.');
      answer.id_token = signed(tamper(JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims));
    }
    const text = JSON.stringify(answer);
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  }) as ServerResponse['end'];
}

async function visit(url: string, { redirectUri, account }: { redirectUri: string; account: string }): Promise<URL> {
  const cookies = new Map<string, string>();
  let asked: { url: string; body?: URLSearchParams } = { url };
  for (let step = 0; step < 12; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(asked.url, {
      redirect: 'manual',
      headers: { cookie },
      ...(asked.body && { method: 'POST', body: asked.body }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    const next = location && new URL(location, asked.url).href;
    if (next?.startsWith(redirectUri)) return new URL(next);
    asked = next ? { url: next } : formOf(await answer.text(), { url: asked.url, account });
  }
  throw new Error('The provider never sent the browser back.');
}

/** What a person does with the page they are shown: says who they are, or agrees. */
function formOf(page: string, { url, account }: { url: string; account: string }): { url: string; body: URLSearchParams } {
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
  if (!action) throw new Error(`The provider shows no form: ${page.slice(0, 500)}`);
  const told: Record<string, string> = page.includes('name="login"')
    ? { prompt: 'login', login: account, password: 'any' }
    : { prompt: 'consent' };
  return { url: new URL(action, url).href, body: new URLSearchParams(told) };
}
