import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../../../etl/sandbox/stand-in/certificate.js';
import { SYNCED } from '../running/kept-syncing.js';
import type { Fault, Rig } from './fault.js';
import { full } from './full-disk.js';

const nothing = async () => {};
const DAY = 86_400_000;

const signal = (name: NodeJS.Signals) => async (rig: Rig) => {
  rig.server.signal(name);
  return nothing;
};

const inside = (once: 'block' | 'leak' | 'crash thread') => async (rig: Rig) => {
  await rig.meddle({ once });
  return () => rig.meddle({});
};

const setVendor = ({ db, workspaceId }: Rig, settings: object) =>
  db.query('update source set settings = settings || $3 where workspace_id = $1 and id = $2', [workspaceId, SYNCED, settings]);

export const PROCESS_FAULTS: readonly Fault[] = [
  { name: 'sigterm', how: 'SIGTERM; a supervisor starts it again', seconds: 1, ends: true, begin: signal('SIGTERM') },
  { name: 'sigkill', how: 'SIGKILL; a supervisor starts it again', seconds: 1, ends: true, begin: signal('SIGKILL') },
  { name: 'out-of-memory', how: 'a leak until the heap of 320 MB is full', seconds: 4, ends: true, begin: inside('leak') },
  { name: 'event-loop-blocked', how: 'a loop of 5 s in the thread that serves', seconds: 5, begin: inside('block') },
  {
    name: 'counting-thread-crash',
    how: 'an exception that nobody catches in the threads that count',
    seconds: 1,
    begin: inside('crash thread'),
  },
  {
    name: 'temp-disk-full',
    how: 'the data folder and TMPDIR on a tmpfs that is filled to the last page, as root',
    seconds: 5,
    refuses: { what: 'file', why: /data folder of Baton is full/ },
    begin: full('data'),
  },
  {
    name: 'vendor-tls-expired',
    how: 'the vendor shows a certificate that ended yesterday',
    seconds: 4,
    async begin(rig) {
      const server = createServer(selfSigned({ from: new Date(Date.now() - 9 * DAY), until: new Date(Date.now() - DAY) }));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      await setVendor(rig, { baseUrl: `https://127.0.0.1:${port}` });
      return async () => {
        await setVendor(rig, { baseUrl: rig.vendor.settings.baseUrl });
        server.closeAllConnections();
        server.close();
      };
    },
  },
  {
    name: 'vendor-down',
    how: 'the vendor answers 503',
    seconds: 4,
    async begin({ vendor }) {
      vendor.http?.fail(() => ({ kind: 'answer', status: 503 }));
      return async () => vendor.http?.fail(null);
    },
  },
];
