import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DayCounts } from './incidence.js';

const sparse = z.object({ day: z.array(z.int()), count: z.array(z.int()) });
const series = z.object({ days: z.int(), events: sparse, competing: sparse, censored: sparse }).transform(dense);
const point = z.object({ day: z.int(), share: z.number(), low: z.number(), high: z.number() });
const days = z.object({ day: z.int().nullable(), low: z.int().nullable(), high: z.int().nullable() });
const curve = z.object({
  n: z.int(),
  events: z.int(),
  competing: z.int(),
  censored: z.int(),
  points: z.array(point.extend({ se: z.number(), atRisk: z.int() })),
  quantiles: z.array(days.extend({ p: z.number() })),
});
const test = z.object({ chisq: z.number(), df: z.int(), p: z.number() });
const limits = { low: z.number(), high: z.number() };

const statistics = z.object({
  series: z.record(z.string(), series),
  expected: z.object({
    veteran: curve,
    veteran_trt1: curve,
    veteran_trt2: curve,
    mgus2: curve,
    mgus2_F: curve,
    veteran_logrank: test,
    veteran_celltype_logrank: test,
    wilson: z.array(z.object({ x: z.int(), n: z.int(), ...limits })),
    newcombe: z.array(z.object({ x1: z.int(), n1: z.int(), x2: z.int(), n2: z.int(), diff: z.number(), ...limits })),
    bh: z.object({ p: z.array(z.number()), adjusted: z.array(z.number()) }),
    poisson: z.array(z.object({ count: z.int(), exposure: z.number(), rate: z.number(), ...limits })),
  }),
});

const olist = z.object({
  series,
  expected: z.object({ n: z.int(), events: z.int(), median: days, firstQuartile: days, points: z.array(point) }),
});

function dense({ days, ...counts }: { days: number } & Record<keyof DayCounts, z.infer<typeof sparse>>): DayCounts {
  const spread = ({ day, count }: z.infer<typeof sparse>) => {
    const all = new Int32Array(days);
    for (const [i, at] of day.entries()) all[at] = count[i] ?? 0;
    return all;
  };
  return { events: spread(counts.events), competing: spread(counts.competing), censored: spread(counts.censored) };
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** Computed in R 4.2 with survival 3.5-3 and cmprsk, with the series they come from. */
export const reference = statistics.parse(read('reference/statistics.json'));

/** Days from won deal to first order in a real funnel. */
export const olistReference = olist.parse(read('reference/olist.json'));
