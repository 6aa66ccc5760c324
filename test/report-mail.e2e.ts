import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KpiAnswer, Measure } from '../server/kpi/kpi.schema.js';
import type { Mail, MailParts } from '../server/report/report.schema.js';
import { ensureFirstReport } from '../server/report/reports.js';
import type { RiskAnswer } from '../server/risk/risk.schema.js';
import { KnownHandoffs } from './known-handoffs.js';
import { type TestServer, testServer } from './server.js';
import { twoYears } from './two-years.js';

const NOW = new Date('2026-06-01T12:00:30Z');

let server: TestServer;
let dataDirectory: string;
let reportId: string;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-mail-'));
  server = await testServer({
    now: NOW,
    dataDirectory,
    workspace: { sample: true },
    async seed(db, workspace) {
      const known = new KnownHandoffs(db, workspace.id);
      await known.readThrough(new Date('2026-06-01T11:00:00Z'));
      await known.won(...twoYears(NOW));
      await ensureFirstReport(db, workspace, NOW);
      await ensureFirstReport(db, workspace, NOW);
    },
  });
  const { body } = await server.agent.get('/api/report').expect(200);
  reportId = body.reports[0].id;
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

async function sent(asOf: string): Promise<MailParts & { html: string; text: string }> {
  const { body } = await server.agent.post(`/api/report/${reportId}/send`).send({ asOf }).expect(200);
  const [mail] = body.mails as Mail[];
  expect(mail).toMatchObject({ status: 'sent', recipient: 'executives@example.com' });
  const parts = await server.agent.get(`/api/mail/${mail?.id}`).expect(200);
  return parts.body;
}

/** What a reader sees of HTML, line by line. */
const seen = (html: string) =>
  html
    .replace(/<(style|title|head)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<br\/?>|<\/(p|h1|h2|td|div|a)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The numbers of a line, without the 100 of a unit. */
function numbersIn(line: string): number[] {
  return [...line.replaceAll('per 100', 'per hundred').matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) =>
    Number(digits.replaceAll(',', '')),
  );
}

/** What a measure must say, each within the rounding of its unit. */
function expectMeasure(numbers: number[], { value, low, high, n, mature }: Measure, unit: string): number[] {
  const rest = [...numbers];
  const times = unit === 'share' ? 100 : 1;
  for (const limit of value === null ? [] : [value, low, high]) {
    if (limit === null) continue;
    const tenth = unit === 'per 100 handoffs' || (unit === 'share' && limit > 0 && limit < 0.1);
    expect(Math.abs((rest.shift() ?? Number.NaN) - limit * times)).toBeLessThanOrEqual(tenth ? 0.0501 : 0.501);
  }
  expect(rest.shift()).toBe(n);
  if (mature < n) expect(rest.shift()).toBe(mature);
  return rest;
}

function expectKpi(lines: string[], { kpi, measure, comparison }: KpiAnswer): void {
  const [value = '', change = ''] = lines;
  if (measure.value === null) expect(value).toContain(measure.why);
  expectMeasure(numbersIn(value.replace(measure.why ?? '', '')), measure, kpi.unit);
  if (comparison?.measure.value != null) {
    const before = numbersIn(change.slice(change.indexOf(`(${comparison.name}: `) + comparison.name.length + 2))[0] ?? Number.NaN;
    const times = kpi.unit === 'share' ? 100 : 1;
    expect(Math.abs(before - comparison.measure.value * times)).toBeLessThanOrEqual(0.501);
  }
}

/** The two lines of one KPI: the value with what it rests on, and the change. */
function linesOf(lines: string[], { kpi }: KpiAnswer, html: boolean): string[] {
  const start = lines.indexOf(kpi.name) + 1;
  expect(start).toBeGreaterThan(0);
  const [value, rest, change] = lines.slice(start);
  return html ? [`${value} ${rest}`, `${change}`] : [`${value}`, `${rest}`];
}

describe("every number of both parts is the API's at that moment", () => {
  const moments = ['2026-06-01T06:00:00.000Z', '2026-03-02T07:00:00.000Z', '2025-09-29T06:00:00.000Z', '2024-06-20T06:00:00.000Z'];
  test.each(moments)('as of %s', async (asOf) => {
    const { html, text, mail } = await sent(asOf);
    const { kpis } = (await server.agent.get('/api/kpi').query({ asOf }).expect(200)).body as { kpis: KpiAnswer[] };
    expect(kpis.length).toBeGreaterThanOrEqual(5);
    for (const answer of kpis.slice(0, 5)) {
      expectKpi(linesOf(text.split('\n'), answer, false), answer);
      expectKpi(linesOf(seen(html), answer, true), answer);
    }
    const risk = (await server.agent.get('/api/risk').query({ asOf }).expect(200)).body as RiskAnswer;
    for (const part of [text, seen(html).join('\n')]) {
      expect(part).toContain(`${risk.accounts || 'No'} account${risk.accounts === 1 ? '' : 's'} at risk`);
      for (const item of risk.items.slice(0, 3)) {
        expect(part.replaceAll('\u2060', '')).toContain(item.accountName);
        expect(part).toContain(item.reasons[0]?.words);
        expect(part).toContain(item.amountAtRisk === null ? 'unknown amount' : item.amountAtRisk.toLocaleString('en'));
        expect(part).toContain(item.owner);
      }
    }
    expect(mail.subject).toMatch(/^Handoff health: (no|\d+) /);
    expect(mail.subject?.length).toBeLessThanOrEqual(60);
  });
});

test('the mail says how fresh its data is, why it came, what the definitions are and where the same view is', async () => {
  const { text, html } = await sent('2026-06-01T06:00:00.000Z');
  for (const part of [text, seen(html).join('\n')]) {
    expect(part).toContain('Data as of Monday 1 June 2026, 08:00 (Europe/Berlin)');
    expect(part).toContain(
      'You get this because executives@example.com is on the list of "Weekly handoff report", every Monday at 08:00 (Europe/Berlin)',
    );
    expect(part).toContain('Time to first value version 1');
    expect(part).toContain('This is the sample company');
  }
  for (const part of [text, html.replaceAll('&amp;', '&')]) {
    expect(part).toContain('http://localhost/?period=custom&from=2025-06-02&to=2026-06-02&asOf=2026-06-01T06%3A00%3A00.000Z');
    expect(part).toContain('http://localhost/risk?asOf=2026-06-01T06%3A00%3A00.000Z');
  }
});

test('a name from a source is text, never markup and never a link', async () => {
  const { html, text } = await sent('2026-06-01T06:00:00.000Z');
  const risk = (await server.agent.get('/api/risk').query({ asOf: '2026-06-01T06:00:00.000Z' })).body as RiskAnswer;
  const nasty = risk.items.findIndex(({ accountName }) => accountName.includes('<script>'));
  expect(nasty, 'the data must hold such a name among the first three').toBeLessThan(3);
  expect(html).not.toMatch(/<script/i);
  expect(html).toContain('&lt;script&gt;');
  expect(text).toContain('<script>');
  expect(text).not.toMatch(/evil\d+\.com/);
});

test('old data is said before any number', async () => {
  const stale = '2024-06-20T06:00:00.000Z';
  expect((await sent(stale)).text).not.toContain('days old');
  await new KnownHandoffs(server.db, server.workspace.id).readThrough(new Date('2026-05-20T06:00:00Z'));
  const { text } = await sent('2026-06-01T07:00:00.000Z');
  expect(text).toContain('! The data is 12 days old. Nothing that happened since is in these numbers.');
  expect(text.indexOf('12 days old')).toBeLessThan(text.indexOf('Time to first value'));
  expect(text).toContain('Data as of Wednesday 20 May 2026, 08:00 (Europe/Berlin). Asked as of Monday 1 June 2026, 09:00');
  await new KnownHandoffs(server.db, server.workspace.id).readThrough(new Date('2026-06-01T11:00:00Z'));
});

test('the file in the outbox is a whole mail that any client reads, private to who runs Baton', async () => {
  const { mail } = await sent('2026-03-02T07:00:00.000Z');
  const path = join(dataDirectory, 'outbox', mail.outboxFile ?? '');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const { default: fs } = await import('node:fs/promises');
  const raw = await fs.readFile(path);
  const email = await PostalMime.parse(raw);
  expect(email).toMatchObject({
    subject: mail.subject,
    to: [{ address: 'executives@example.com' }],
    messageId: `<${mail.id}@localhost>`,
    date: '2026-03-02T07:00:00.000Z',
  });
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
  expect([header('auto-submitted'), header('list-id')]).toEqual(['auto-generated', `<${reportId}.localhost>`]);
  expect(email.text).toContain('90-day churn');
  expect(raw.length).toBeLessThan(100_000);
});

test('asked for the same moment again, no second mail is made', async () => {
  const before = await readdir(join(dataDirectory, 'outbox'));
  await sent('2026-03-02T07:00:00.000Z');
  expect(await readdir(join(dataDirectory, 'outbox'))).toEqual(before);
  const { body } = await server.agent.get('/api/mail').query({ limit: 100 }).expect(200);
  expect(body.mails.filter(({ slot }: Mail) => slot === '2026-03-02T07:00:00.000Z')).toHaveLength(1);
});
