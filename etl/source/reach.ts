import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type AllowedHosts, allowedHosts } from './allowed-hosts.js';
import { reservedAs } from './reserved-address.js';
import { SourceError } from './source-error.js';

/** Which addresses we connect to. A person may type any address; this keeps it from leading into our own network. */
export interface Reach {
  /** Throws a SourceError that names the host, the reason and the setting, unless `url` may be asked as far as it says by itself. */
  admit(url: URL): void;
  /** The addresses of a host, each checked: dial one of these and look nothing up again. Throws as `admit` does, or what the look-up throws. */
  addresses(host: string, port: number): Promise<LookupAddress[]>;
}

type Lookup = (host: string) => Promise<LookupAddress[]>;

const LOCAL_NAME = /^(.*[.])?localhost$/;
const everyAddress: Lookup = (host) => lookup(host, { all: true });

/** `allowed` is asked at each question. */
export function reachOf(allowed: () => AllowedHosts, look: Lookup = everyAddress): Reach {
  const admitHost = (host: string) => {
    if (LOCAL_NAME.test(host)) throw refused(host, 'it is a name of this machine');
    const reserved = isIP(host) === 0 ? null : reservedAs(host);
    if (reserved !== null) throw refused(host, `it is ${reserved}`);
  };
  return {
    admit(url) {
      const host = bareHost(url.hostname);
      if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(host || url.protocol, 'only https is spoken');
      if (url.username || url.password) throw refused(host, 'an address must not hold a user name or password');
      if (allowed().hasHost(host, portOf(url))) return;
      if (url.protocol === 'http:') throw refused(host, 'http is not encrypted');
      if (![80, 443].includes(portOf(url))) throw refused(host, `port ${portOf(url)} is not one of the web`);
      admitHost(host);
    },
    async addresses(host, port) {
      const name = bareHost(host);
      const trusted = allowed().hasHost(name, port);
      if (!trusted) admitHost(name);
      const family = isIP(name);
      const found = family === 0 ? await look(name) : [{ address: name, family }];
      const reserved = trusted ? undefined : found.find(({ address }) => !allowed().hasAddress(address) && reservedAs(address) !== null);
      if (reserved) throw refused(name, `it leads to ${reserved.address}, ${reservedAs(reserved.address)}`);
      return found;
    },
  };
}

/** Without brackets and without the dot at the end, which change nothing for a resolver. */
const bareHost = (host: string) =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/[.]+$/, '');

/** Port 0 is a port of nobody, not an absent one. */
export const portOf = ({ port, protocol }: { port?: string; protocol: string }) => (port ? Number(port) : protocol === 'https:' ? 443 : 80);

const refused = (host: string, why: string) =>
  new SourceError(
    'network',
    `${host} is not connected to: ${why}. If it is meant, whoever runs the server adds it to BATON_ALLOW_HOSTS (see "Where we connect to" in the README of etl/source).`,
  );

const origins = new Set<string>();

/** Lets this process, and no other, connect to one address of our own: a stand-in of the sample company. */
export function allowOrigin(url: string): void {
  const given = new URL(url);
  origins.add(`${bareHost(given.hostname)}:${portOf(given)}`);
}

let read: { text: string; hosts: AllowedHosts } | null = null;

function allowedHere(): AllowedHosts {
  const text = process.env.BATON_ALLOW_HOSTS ?? '';
  if (read?.text !== text) read = { text, hosts: allowedHosts(text) };
  const { hosts } = read;
  return { hasAddress: hosts.hasAddress, hasHost: (host, port) => origins.has(`${host}:${port}`) || hosts.hasHost(host, port) };
}

/** The reach of this server: public addresses, and what `BATON_ALLOW_HOSTS` names. */
export const reach: Reach = reachOf(allowedHere);
