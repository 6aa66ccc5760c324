import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from './company/calendar.js';
import { change } from './company/change.js';
import { BRIEF_SECTIONS } from './company/company.js';
import type { SampleCompany } from './company/sample.js';
import type { HandoffTruth } from './company/truth.js';
import { sampleCompany } from './sample-company.js';

const UNTIL = new Date('2026-03-01T12:00:00Z');
const hash = (company: SampleCompany) => createHash('sha256').update(JSON.stringify(company)).digest('hex');

const company = sampleCompany({ until: UNTIL });
const { handoffs, planted } = company.truth;
const mature = (days: number) => handoffs.filter((handoff) => handoff.wonAt + days * DAY <= company.until);
const share = (of: HandoffTruth[], is: (handoff: HandoffTruth) => boolean) => of.filter(is).length / of.length;
const within = (at: number | null, days: number, { wonAt }: HandoffTruth) => at !== null && at - wonAt < days * DAY;
const churned = (handoff: HandoffTruth) => within(handoff.churnedAt, 90, handoff);
const median = (of: HandoffTruth[], days: (handoff: HandoffTruth) => number) => of.map(days).sort((a, b) => a - b)[of.length >> 1];
const daysToValue = ({ firstValueAt, wonAt }: HandoffTruth) =>
  firstValueAt === null ? Number.POSITIVE_INFINITY : (firstValueAt - wonAt) / DAY;
const byId = <T extends { id: string }>(records: T[]) => new Map(records.map((record) => [record.id, record]));

describe('the same options', () => {
  const small = { until: UNTIL, seed: 7, wonDeals: 150 };

  test('give the same company, byte for byte', () => {
    expect(hash(sampleCompany(small))).toBe(hash(sampleCompany(small)));
  });

  test('with another seed give another one', () => {
    expect(hash(sampleCompany({ ...small, seed: 8 }))).not.toBe(hash(sampleCompany(small)));
  });
});

describe('the records', () => {
  test('tell of nothing after the end', () => {
    const { owners, companies, deals, tasks, organizations, users, tickets, ratings } = company;
    const records = [owners, companies, deals, tasks, organizations, users, tickets, ratings].flat();
    const late = records.filter((record) => Math.max(record.createdAt, record.changedAt, record.archivedAt ?? 0) > company.until);
    expect(late).toEqual([]);
    expect(records.filter((record) => record.createdAt > record.changedAt)).toEqual([]);
    const said = tickets.flatMap((ticket) => ticket.steps.map((step) => step.at));
    const staged = deals.flatMap((deal) => [...deal.stages, ...deal.csm, ...Object.values(deal.brief).flat()].map((version) => version.at));
    const dated = deals.flatMap((deal) => [deal.firstValueAt, deal.promiseGapAt, deal.kickoffScheduledAt, deal.onboardingCompletedAt]);
    const done = tasks.map((task) => task.completedAt);
    expect(Math.max(...said, ...staged, ...[...dated, ...done].map(Number))).toBeLessThanOrEqual(company.until);
  });

  test('of one kind never share an id', () => {
    const { owners, companies, deals, tasks, organizations, users, tickets, ratings } = company;
    for (const records of [owners, companies, deals, tasks, organizations, users, tickets, ratings])
      expect(byId(records as { id: string }[]).size).toBe(records.length);
  });

  test('have histories in the order of time', () => {
    const disordered = company.deals.filter(({ stages }) => stages.some((version, index) => version.at < (stages[index - 1]?.at ?? 0)));
    expect(disordered).toEqual([]);
  });

  test('share one moment of change more often than a page of history is long', () => {
    const counts = new Map<number, number>();
    for (const deal of company.deals) counts.set(deal.changedAt, (counts.get(deal.changedAt) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeGreaterThan(200);
  });
});

describe('the truth', () => {
  test('has one handoff for each won new deal that still stands', () => {
    expect(handoffs).toHaveLength(1200 - planted.archivedDealIds.length);
    expect(handoffs.length).toBeGreaterThan(1180);
  });

  test.each([
    ['standard', 25],
    ['enterprise', 48],
  ] as const)('has a median of days to value in %s near %d', (segment, days) => {
    const value =
      median(
        mature(150).filter((handoff) => handoff.segment === segment),
        daysToValue,
      ) ?? 0;
    expect(Math.abs(value - days)).toBeLessThan(6);
  });

  test.each<[string, number, number, number]>([
    ['churn within 90 days', share(mature(90), churned), 0.06, 0.09],
    ['an answer in the first week', share(mature(7), (handoff) => within(handoff.respondedAt, 7, handoff)), 0.3, 0.4],
    [
      'satisfied among those',
      share(
        mature(7).filter((handoff) => within(handoff.respondedAt, 7, handoff)),
        (handoff) => handoff.satisfied === true,
      ),
      0.74,
      0.82,
    ],
    ['escalated within 90 days', share(mature(90), (handoff) => handoff.escalatedAt.length > 0), 0.08, 0.13],
    ['episodes per handoff', mature(42).flatMap((handoff) => handoff.episodes).length / mature(42).length, 0.2, 0.3],
    ['won on a Friday evening', share(handoffs, (handoff) => handoff.fridayEvening), 0.03, 0.09],
  ])('%s: %d', (_, value, low, high) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  });

  test('shows that an empty brief brings churn and repetition', () => {
    const [full, empty] = [mature(90).filter((each) => each.missingSections === 0), mature(90).filter((each) => each.missingSections >= 5)];
    expect(share(empty, churned)).toBeGreaterThan(share(full, churned) * 5);
    const episodes = (of: HandoffTruth[]) => of.flatMap((handoff) => handoff.episodes).length / of.length;
    expect(episodes(empty)).toBeGreaterThan(episodes(full) * 3);
  });

  test('shows that a Friday evening costs the welcome and days to value', () => {
    const [friday, other] = [mature(90).filter((each) => each.fridayEvening), mature(90).filter((each) => !each.fridayEvening)];
    const hours = ({ welcomeAt, wonAt }: HandoffTruth) => (welcomeAt === null ? Number.POSITIVE_INFINITY : (welcomeAt - wonAt) / HOUR);
    expect(median(friday, hours)).toBeGreaterThan(40);
    expect(median(other, hours)).toBeLessThan(2);
    expect(median(friday, daysToValue)).toBeGreaterThan(median(other, daysToValue) ?? 0);
  });

  test('has one region that got worse in one month that has matured', () => {
    const { region, from, to } = planted.signal;
    const bad = handoffs.filter((handoff) => handoff.region === region && handoff.wonAt >= from && handoff.wonAt < to);
    const rest = mature(90).filter((handoff) => !bad.includes(handoff));
    expect(to + 90 * DAY).toBeLessThanOrEqual(company.until);
    expect(bad.length).toBeGreaterThan(15);
    expect(median(bad, daysToValue)).toBeGreaterThan(1.5 * (median(rest, daysToValue) ?? 0));
  });
});

describe('what was planted', () => {
  const deals = byId(company.deals);
  const truth = new Map(handoffs.map((handoff) => [handoff.dealId, handoff]));
  const wonMoments = (id: string) =>
    deals
      .get(id)
      ?.stages.filter((version) => version.value === 'closedwon')
      .map((version) => version.at) ?? [];

  test('is there, all of it', () => {
    for (const [name, ids] of Object.entries(planted)) if (Array.isArray(ids)) expect(ids.length, name).toBeGreaterThan(3);
  });

  test('a deal reopened for days keeps its first moment, one reopened for a month has its second', () => {
    for (const id of planted.brieflyReopenedDealIds) expect(truth.get(id)?.wonAt).toBe(wonMoments(id)[0]);
    for (const id of planted.longReopenedDealIds) {
      const [first = 0, second = 0] = wonMoments(id);
      expect(truth.get(id)?.wonAt).toBe(second);
      expect(second - first).toBe(31 * DAY);
    }
  });

  test('duplicates share a domain, and a merged company is found no more', () => {
    const companies = byId(company.companies);
    for (const [one, other] of planted.duplicateCompanyIds) expect(companies.get(one)?.domain).toBe(companies.get(other)?.domain);
    for (const { winnerId, loserId } of planted.mergedCompanies) {
      expect(companies.get(winnerId)?.mergedIds).toEqual([loserId]);
      expect(companies.has(loserId)).toBe(false);
    }
  });

  test('an owner left, and some customers are still his', () => {
    const owner = company.owners.find(({ id }) => id === planted.departedCsmId);
    expect(owner?.archivedAt).not.toBeNull();
    expect(handoffs.some((handoff) => handoff.csmId === planted.departedCsmId)).toBe(true);
  });

  test('every episode shows its words, and what was asked again stood in the brief', () => {
    const tickets = byId(company.tickets);
    for (const handoff of handoffs) {
      for (const { ticketId, words, at, tier, section } of handoff.episodes) {
        const steps = tickets.get(ticketId)?.steps ?? [];
        expect(
          steps.some((step) => step.body === words),
          ticketId,
        ).toBe(true);
        expect(at).toBeLessThan(handoff.wonAt + 42 * DAY);
        if (tier !== 'asked again' || section === null) continue;
        const known = deals.get(handoff.dealId)?.brief[section]?.findLast((version) => version.at <= at)?.value ?? '';
        expect(known, ticketId).not.toBe('');
        expect(BRIEF_SECTIONS).toContain(section);
      }
    }
  });

  test('a near miss is in no conversation that counts', () => {
    const counted = new Set(handoffs.flatMap((handoff) => handoff.episodes.map((episode) => episode.ticketId)));
    expect(planted.nearMisses.filter((miss) => counted.has(miss.ticketId))).toEqual([]);
    expect(new Set(planted.nearMisses.map((miss) => miss.kind)).size).toBe(5);
  });
});

test('a change touches about the share asked for, always the same records, and no truth', () => {
  const [one, other] = [0, 1].map(() => sampleCompany({ until: UNTIL, wonDeals: 300 }));
  if (one === undefined || other === undefined) throw new Error('two companies were asked for');
  const before = JSON.stringify(one.truth);
  const at = new Date('2026-03-01T13:00:00Z');
  const changed = change(one, 0.01, at);
  const total = [one.companies, one.deals, one.tasks, one.organizations, one.tickets, one.ratings].flat().length;
  expect(changed.length / total).toBeGreaterThan(0.005);
  expect(changed.length / total).toBeLessThan(0.015);
  expect(change(other, 0.01, at)).toEqual(changed);
  expect(one.companies.filter((record) => record.changedAt === at.getTime())).toHaveLength(
    changed.filter(({ kind }) => kind === 'company').length,
  );
  expect(JSON.stringify(one.truth)).toBe(before);
});
