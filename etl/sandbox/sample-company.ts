import type { SampleCompany } from './company/company.js';

/** The same seed, moment and size give the same company, byte for byte. Nothing in it happens after `until`. */
export function sampleCompany(options: { until: Date; seed?: number; wonDeals?: number }): SampleCompany {
  throw new Error(`the company of ${options.until.toISOString()} is not written yet`);
}
