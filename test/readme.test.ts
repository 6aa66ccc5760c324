import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { incidence } from '../server/kpi/statistics/incidence.js';
import { olistReference } from '../server/kpi/statistics/reference.js';

const readme = await readFile('README.md', 'utf8');
const curve = incidence(olistReference.series);

test('the README says of Olist what the statistics say', () => {
  const [median, quarter] = [curve.quantile(0.5), curve.quantile(0.25)];
  const shares = [14, 30, 60, 90, 120].map((day) => `${((curve.at(day)?.share ?? 0) * 100).toFixed(1)} %`);
  expect(readme).toContain(`has ${curve.n} deals won`);
  expect(readme).toContain(`with the ${curve.n - curve.events} sellers who had not sold yet`);
  expect(readme).toContain(`**${median.day} days** (95 % ${median.low} to ${median.high})`);
  expect(readme).toContain(`day ${quarter.day} (${quarter.low} to ${quarter.high})`);
  expect(readme).toContain(shares.join(', '));
});

test('every file the README and CONTRIBUTING point at is there', async () => {
  const pages = [readme, await readFile('CONTRIBUTING.md', 'utf8')];
  const targets = pages.flatMap((page) => [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? ''));
  expect(targets.length).toBeGreaterThan(8);
  for (const target of targets)
    await expect(readFile(target).catch((error: NodeJS.ErrnoException) => error.code === 'EISDIR')).resolves.toBeTruthy();
});
