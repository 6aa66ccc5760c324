import { isIP } from 'node:net';
import { listOf } from './reserved-address.js';

/** Where connections may go beside public addresses: what the one who runs the server has named. */
export interface AllowedHosts {
  /** An address that a host has turned out to have. */
  hasAddress(address: string): boolean;
  /** A host by its name or literal address, at this port; then also by plain http. */
  hasHost(host: string, port: number): boolean;
}

const MOST_ENTRIES = 1_000;
const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})([.][a-z0-9_][a-z0-9_-]{0,62})*$/;

/** Reads `BATON_ALLOW_HOSTS`: addresses, ranges ('10.0.0.0/8'), hosts and hosts with a port, between commas or spaces. Throws at what is none of these. */
export function allowedHosts(text: string): AllowedHosts {
  const entries = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (entries.length > MOST_ENTRIES) throw new Error(`BATON_ALLOW_HOSTS has ${entries.length} entries; at most ${MOST_ENTRIES} are read.`);
  const ranges = listOf(entries.filter(isRange));
  const hosts = new Set(entries.filter((entry) => !isRange(entry)).map(hostOf));
  const hasAddress = (address: string) => {
    const family = isIP(address);
    return family !== 0 && ranges.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
  return { hasAddress, hasHost: (host, port) => hasAddress(host) || hosts.has(host) || hosts.has(`${host}:${port}`) };
}

function isRange(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  const most = family === 6 ? 128 : 32;
  return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** 'crm.example.org', 'crm.example.org:8443', '127.0.0.1:80' or '[::1]:80', with the address bare. */
function hostOf(entry: string): string {
  const [, host = '', port] = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) === 0 && !NAME.test(bare)) {
    throw new Error(`BATON_ALLOW_HOSTS: "${entry}" is not an address, a range, a host or a host:port. Wildcards are not read.`);
  }
  return port === undefined ? bare : `${bare}:${port}`;
}
