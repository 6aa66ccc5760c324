import { SourceError, type SourceErrorKind } from '../source-error.js';

/** What to do about a failure, by SQLSTATE or by the code of the socket. */
const REASONS: Record<string, [SourceErrorKind, string]> = {
  '28P01': ['credentials', 'refuses the user or the password. Enter them again'],
  '28000': ['credentials', 'refuses this user from here. Check pg_hba.conf, and whether it wants TLS'],
  '3D000': ['schema', 'has no such database. Correct its name'],
  '42501': ['scope', 'does not let this user read that. Grant it: grant usage on schema ... ; grant select on all tables in schema ...'],
  '42P01': ['schema', 'has no such table. Correct its name, or the schema'],
  '42703': ['schema', 'has no such column. Correct the mapping'],
  '42601': ['schema', 'does not understand the query. Correct it'],
  '25006': ['schema', 'was asked to write, which Baton never does. Make the query a plain select'],
  '57014': ['vendor', 'took longer than a question may. Raise statementSeconds, or add an index on the cursor column'],
  '53300': ['rate', 'has no free connection. It is tried again with the next run'],
  '57P01': ['network', 'was shut down meanwhile. It is tried again with the next run'],
  '57P03': ['network', 'is starting up. It is tried again with the next run'],
  ENOTFOUND: ['network', 'has a host that is not known. Correct the host'],
  EAI_AGAIN: ['network', 'has a host whose name cannot be looked up now'],
  ECONNREFUSED: ['network', 'is not listening there. Check host and port, and whether a firewall lets Baton in'],
  ECONNRESET: ['network', 'ended the connection'],
  ETIMEDOUT: ['network', 'does not answer. Check host and port, and whether a firewall lets Baton in'],
  EHOSTUNREACH: ['network', 'cannot be reached from here. Check the host'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['network', 'has a certificate that nobody vouches for. Give its authority (ca), or take tls: require'],
  SELF_SIGNED_CERT_IN_CHAIN: ['network', 'has a certificate of an authority that is not known. Give it (ca), or take tls: require'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['network', 'has a certificate that cannot be verified. Give its authority (ca), or take tls: require'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['network', 'has a certificate for another host. Connect by the name in it, or take tls: require'],
  CERT_HAS_EXPIRED: ['network', 'has a certificate that has expired'],
};

/** By the words of errors that have no code. */
const SAID: [RegExp, SourceErrorKind, string][] = [
  [/does not support SSL/, 'network', 'does not offer TLS. Take tls: off on a network you trust'],
  [/timeout/i, 'network', 'does not answer in time. Check host and port, and whether a firewall lets Baton in'],
  [/Connection terminated/, 'network', 'ended the connection'],
  [/SASL|password/i, 'credentials', 'refuses the password. Enter it again'],
];

/** What a person can do about a failed question. `where` names the database; Postgres' own words hold no password. */
export function reason(cause: unknown, where: string): SourceError {
  if (cause instanceof SourceError) return cause;
  const { code = '', message = String(cause) } = cause as { code?: string; message?: string };
  const [, ...said] = SAID.find(([pattern]) => pattern.test(message)) ?? [];
  const [kind, words] = REASONS[code] ?? (said.length > 0 ? (said as [SourceErrorKind, string]) : ['vendor', 'failed']);
  return new SourceError(kind as SourceErrorKind, `Postgres ${where} ${words}. It says: ${message}`, { cause });
}
