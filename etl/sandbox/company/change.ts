import { DAY } from './calendar.js';
import type { Moment } from './company.js';
import { randomFor } from './random.js';
import type { SampleCompany } from './sample.js';

const ANSWERABLE = 30 * DAY;

export interface Changed {
  kind: 'company' | 'deal' | 'task' | 'organization' | 'ticket' | 'rating';
  id: string;
}

/**
 * Touches a share of the standing records of each kind at one moment, always the same ones for the same company and number of earlier changes.
 * What it changes (an amount, an industry, a due date, a name, a tag, a remark) leaves every moment of the truth as it was.
 */
export function change(company: SampleCompany, share: number, at: Date): Changed[] {
  const moment = at.getTime();
  const chosen = <T extends { id: string; archivedAt: Moment | null }>(kind: Changed['kind'], records: T[]): T[] =>
    records.filter(
      (record) => record.archivedAt === null && randomFor(company.seed, 'change', company.revision, kind, record.id).chance(share),
    );
  const changed: Changed[] = [];
  const touch = <T extends { id: string; archivedAt: Moment | null; changedAt: Moment }>(
    kind: Changed['kind'],
    records: T[],
    edit: (record: T) => void,
  ) => {
    for (const record of chosen(kind, records)) {
      edit(record);
      record.changedAt = moment;
      changed.push({ kind, id: record.id });
    }
  };
  touch('company', company.companies, (record) => {
    record.industry = record.industry === 'Logistics' ? 'Retail' : 'Logistics';
  });
  touch('deal', company.deals, (record) => {
    record.amount = (record.amount ?? 0) + 100;
  });
  touch('task', company.tasks, (record) => {
    record.dueAt += 60_000;
  });
  touch('organization', company.organizations, (record) => {
    record.name = `${record.name} (new)`;
  });
  touch('ticket', company.tickets, (record) => {
    const id = String(927_000_000_000 + 10 * (Number(record.id) + 1_000_000 * company.revision));
    record.steps.push({
      id,
      at: moment,
      authorId: record.assigneeId,
      body: null,
      public: false,
      status: null,
      priority: null,
      addedTags: [`reviewed_${company.revision}`],
    });
  });
  // A customer may still answer for some weeks, and the vendor's list finds older answers no more.
  const fresh = company.ratings.filter((record) => record.createdAt > moment - ANSWERABLE);
  touch('rating', fresh, (record) => {
    record.comment = `${record.comment ?? ''} (edited)`.trim();
  });
  company.revision += 1;
  return changed;
}
