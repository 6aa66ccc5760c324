import { z } from 'zod';
import { CommandMistake } from '../command.js';
import { type Entrance, USUAL_ENTRANCE } from '../http/entrance.js';

/** An empty variable is one that is not set. */
const unset = (value: unknown) => (value === '' ? undefined : value);

const DAYS = 'must be a number of days from 1 to 30';

/** A provider says who somebody is, so nobody may stand between; only this very machine is asked without TLS. */
const issuer = z
  .url({ protocol: /^https?$/, error: 'is not an address such as https://id.example' })
  .refine((url) => /^https:|^http:[/]{2}(localhost|127[.]0[.]0[.]1|\[::1\])([:/]|$)/.test(url), 'must begin with https');

/** How one gets in, as variables of the environment. */
export const entranceEnvironment = {
  BATON_PASSWORDS: z.preprocess(unset, z.enum(['on', 'off'], 'must be on or off').default('on')),
  BATON_SECOND_FACTOR: z.preprocess(unset, z.enum(['optional', 'required'], 'must be optional or required').default('optional')),
  BATON_OIDC_ISSUER: z.preprocess(unset, issuer.optional()),
  BATON_OIDC_CLIENT_ID: z.preprocess(unset, z.string().optional()),
  BATON_OIDC_CLIENT_SECRET: z.preprocess(unset, z.string().optional()),
  BATON_OIDC_NAME: z.preprocess(unset, z.string().max(40, 'must have 40 characters or fewer').optional()),
  BATON_SESSION_IDLE_DAYS: z.preprocess(
    unset,
    z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(30, DAYS).default(USUAL_ENTRANCE.sessionIdleDays),
  ),
};

type Told = z.output<z.ZodObject<typeof entranceEnvironment>>;

/** Throws a CommandMistake when nobody could get in but by a link. */
export function entranceOf(told: Told): Entrance {
  const passwords = told.BATON_PASSWORDS === 'on';
  const sessionIdleDays = told.BATON_SESSION_IDLE_DAYS;
  const secondFactorRequired = told.BATON_SECOND_FACTOR === 'required';
  if (!told.BATON_OIDC_ISSUER) {
    if (!passwords)
      throw new CommandMistake('BATON_PASSWORDS is off and there is no provider. Set BATON_OIDC_ISSUER, or BATON_PASSWORDS=on.');
    return { passwords, sessionIdleDays, secondFactorRequired, provider: null };
  }
  if (!told.BATON_OIDC_CLIENT_ID)
    throw new CommandMistake('BATON_OIDC_ISSUER is set. Set BATON_OIDC_CLIENT_ID too, as the provider gave it.');
  const provider = {
    issuer: told.BATON_OIDC_ISSUER,
    clientId: told.BATON_OIDC_CLIENT_ID,
    clientSecret: told.BATON_OIDC_CLIENT_SECRET ?? null,
    name: told.BATON_OIDC_NAME ?? new URL(told.BATON_OIDC_ISSUER).host,
  };
  return { passwords, sessionIdleDays, secondFactorRequired, provider };
}
