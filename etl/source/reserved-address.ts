import { BlockList, isIP } from 'node:net';

/** Ranges that are no address of a public service, by what they are. Those of IPv4 hold for the IPv4-mapped form too. */
const RESERVED: [reason: string, ...ranges: string[]][] = [
  ['this machine', '127.0.0.0/8', '0.0.0.0/8', '::/96'],
  ['a private network', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10'],
  ['a link-local address, where clouds keep their metadata', '169.254.0.0/16', 'fe80::/10'],
  ['a network of a carrier', '100.64.0.0/10'],
  ['a multicast address', '224.0.0.0/4', 'ff00::/8'],
  [
    'a reserved address',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '240.0.0.0/4',
  ],
  ['a reserved address', '100::/64', '2001::/23', '2001:db8::/32', '3fff::/20', '5f00::/16'],
  ['an address that stands for an IPv4 one', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16'],
];

const LISTS = RESERVED.map(([reason, ...ranges]) => ({ reason, list: listOf(ranges) }));

/** What an IP address is, when it is none of a public service; null for one that is. An address that is none is refused too. */
export function reservedAs(address: string): string | null {
  const family = isIP(address);
  if (family === 0) return 'not an address';
  return LISTS.find(({ list }) => list.check(address, family === 6 ? 'ipv6' : 'ipv4'))?.reason ?? null;
}

/** Addresses and ranges ('10.0.0.0/8') as one list. Throws when one is neither. */
export function listOf(ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
