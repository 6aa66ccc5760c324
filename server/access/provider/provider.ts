import { ServiceUnavailableException } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { ProviderSettings } from '../../http/entrance.js';

/** Seconds that a provider is given to answer. */
const PATIENCE = 10;
/** Seconds by which its clock may differ from ours. */
const SKEW = 60;

/** Whom a provider says somebody is. */
export interface Person {
  issuer: string;
  subject: string;
  /** Null when it does not say. */
  email: string | null;
  /** Whether it says that the address is theirs. */
  emailVerified: boolean;
  name: string | null;
}

/** What is remembered in the browser between leaving for the provider and coming back. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
}

/** The provider does not stand by what came back: wrong state, nonce, audience, signature or time, a code used twice, or a refusal. */
export class NotProven extends Error {}

/** A provider of OpenID Connect: authorization code with PKCE (RFC 7636), ID tokens verified with its published keys. */
export class Provider {
  private found: oidc.Configuration | null = null;

  constructor(
    private readonly settings: ProviderSettings,
    private readonly redirectUri: string,
  ) {}

  /** Where the browser is sent. Throws ServiceUnavailableException when the provider does not answer. */
  async begin(): Promise<{ to: URL; errand: Errand }> {
    const config = await this.configuration();
    const errand = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const to = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: 'openid email profile',
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
    });
    return { to, errand };
  }

  /** Who came back; `search` is the query of the address. Throws NotProven, and ServiceUnavailableException as `begin` does. */
  async finish(search: string, { state, nonce, verifier }: Errand): Promise<Person> {
    const config = await this.configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    try {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(search, this.redirectUri), checks);
      const claims = tokens.claims();
      if (!claims) throw new NotProven('It gave no ID token.');
      return personOf(claims.email === undefined ? { ...(await toldApart(config, tokens.access_token, claims.sub)), ...claims } : claims);
    } catch (error) {
      throw reasonOf(error);
    }
  }

  /** Asked for when it is first needed, and again while it does not answer: a provider that is down does not keep Baton from starting. */
  private async configuration(): Promise<oidc.Configuration> {
    if (this.found) return this.found;
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    const insecure = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    const execute = [...insecure, oidc.enableNonRepudiationChecks];
    const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    try {
      const metadata = { [oidc.clockTolerance]: SKEW };
      this.found = await oidc.discovery(url, clientId, metadata, authentication, { execute, timeout: PATIENCE });
      return this.found;
    } catch (error) {
      throw away(error);
    }
  }
}

const away = (cause: unknown) =>
  new ServiceUnavailableException('The provider of sign-ins does not answer. Try again in a moment, or sign in with a password.', {
    cause,
  });

/** With a code, a provider may say what the scopes ask for at its userinfo endpoint only (OpenID Connect Core 1.0, 5.4). */
async function toldApart(config: oidc.Configuration, accessToken: string, subject: string): Promise<Partial<oidc.UserInfoResponse>> {
  return config.serverMetadata().userinfo_endpoint ? oidc.fetchUserInfo(config, accessToken, subject) : {};
}

type Claims = Pick<oidc.IDToken, 'iss' | 'sub'> & Pick<oidc.UserInfoResponse, 'email' | 'email_verified' | 'name'>;

function personOf({ iss, sub, email, email_verified: verified, name }: Claims): Person {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  return { issuer: iss, subject: sub, email: text(email), emailVerified: verified === true, name: text(name) };
}

/** What the provider said against it is a refusal; that it could not be reached is not. */
function reasonOf(error: unknown): Error {
  if (error instanceof NotProven) return error;
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError)
    return new NotProven('The provider refused.', { cause: error });
  if (error instanceof oidc.ClientError && !UNREACHED.has(error.code ?? ''))
    return new NotProven('It was not what was asked for.', { cause: error });
  return away(error);
}

/** Codes of the library for answers that are none. */
const UNREACHED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);
