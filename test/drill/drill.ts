import { parseArgs } from 'node:util';
import { EXERCISES } from '../../etl/sandbox/exercises.js';
import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import { drillBackup, rowsOfGigabytes } from './backup.js';
import { drillConformance, drillLimits } from './conformance.js';
import { drillCoverage } from './coverage.js';
import { drillCrashes } from './crash.js';
import { drillFaults } from './faults.js';
import { drillFuzz } from './fuzz.js';
import { drillImage } from './image.js';
import { drillIsolation } from './isolation.js';
import { drillKills } from './kill.js';
import { quickenWaits } from './quick-clock.js';
import { drillRepeat } from './repeat.js';
import type { Tally } from './report.js';
import { drillSignIn } from './sign-in.js';
import { drillSlots } from './slots.js';
import { drillSoak } from './soak.js';
import { drillUpgrade } from './upgrade.js';
import { drillWebhooks } from './webhooks.js';

const options = {
  deals: { type: 'string', default: '2750' },
  kills: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  companies: { type: 'string', default: '2000' },
  rows: { type: 'string', default: '100000' },
  gigabytes: { type: 'string', default: '' },
  cases: { type: 'string', default: '1000' },
  requests: { type: 'string', default: '10000' },
  tries: { type: 'string', default: '1000' },
  route: { type: 'string', default: '' },
  only: { type: 'string', default: '' },
  slots: { type: 'string', default: '100' },
  minutes: { type: 'string', default: '60' },
  changes: { type: 'string', default: '1000' },
  seconds: { type: 'string', default: '60' },
} as const;

type Values = ReturnType<typeof parsed>['values'];
const parsed = () => parseArgs({ allowPositionals: true, options });

interface Drill {
  /** Waits and paces go by fifty times as fast. */
  quick: boolean;
  run(exercises: Exercise[], values: Values): Promise<Tally>;
}

/** `drill -- conformance [kind …]`, `limits [kind …]`, `crash [kind …]`, `coverage`, `repeat`, `kill`, `isolation`, `sign-in`, `upgrade`: prints a line for each thing tried; fails when anything did. */
const DRILLS: Record<string, Drill> = {
  conformance: { quick: true, run: drillConformance },
  limits: { quick: false, run: drillLimits },
  crash: { quick: true, run: drillCrashes },
  coverage: { quick: false, run: async (_, { companies, seed }) => drillCoverage({ companies: Number(companies), seed: Number(seed) }) },
  repeat: { quick: false, run: async () => drillRepeat() },
  faults: { quick: false, run: async (_, { only }) => drillFaults(only.split(',').filter(Boolean)) },
  fuzz: { quick: false, run: (_, { cases, seed, route }) => drillFuzz({ cases: Number(cases), seed: Number(seed), route }) },
  isolation: { quick: false, run: (_, { requests }) => drillIsolation({ requests: Number(requests) }) },
  backup: {
    quick: false,
    run: (_, { rows, gigabytes }) => drillBackup({ rows: gigabytes === '' ? Number(rows) : rowsOfGigabytes(Number(gigabytes)) }),
  },
  upgrade: { quick: false, run: (_, { rows }) => drillUpgrade({ rows: Number(rows) }) },
  'sign-in': { quick: false, run: (_, { tries }) => drillSignIn({ tries: Number(tries) }) },
  slots: { quick: false, run: (_, { slots }) => drillSlots({ slots: Number(slots) }) },
  soak: { quick: false, run: async (_, { minutes }) => drillSoak(Number(minutes)) },
  webhooks: { quick: false, run: (_, { changes, seconds }) => drillWebhooks({ changes: Number(changes), seconds: Number(seconds) }) },
  image: { quick: false, run: async () => drillImage() },
  kill: { quick: true, run: (_, { deals, kills, seed }) => drillKills({ deals: Number(deals), kills: Number(kills), seed: Number(seed) }) },
};

const {
  positionals: [name = '', ...kinds],
  values,
} = parsed();
// Stand-ins are on this machine, where a connection is refused unless it is allowed.
process.env.BATON_ALLOW_HOSTS ??= '127.0.0.0/8,[::1],localhost';
const drill = DRILLS[name];
const exercises = EXERCISES.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
if (!drill || exercises.length === 0) {
  const known = EXERCISES.map(({ kind }) => kind).join(', ');
  console.error(`Say one of ${Object.keys(DRILLS).join(', ')}, then the kinds of source it is for, or none for all: ${known}.`);
  process.exit(2);
}
const before = performance.now();
if (drill.quick) quickenWaits();
const { passed, failed, skipped = 0 } = await drill.run(exercises, values);
console.log(
  `${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}, in ${((performance.now() - before) / 1000).toFixed(0)} s`,
);
process.exit(failed === 0 ? 0 : 1);
