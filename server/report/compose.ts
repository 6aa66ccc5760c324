import type { DataSource } from 'typeorm';
import type { Report, Workspace } from '../../etl/warehouse/index.js';
import type { Counter } from '../counting/counter.js';
import type { Visibility } from '../handoff/visibility.js';
import { kpiQuery } from '../kpi/kpi.schema.js';
import { allKpis } from '../kpi/kpi-questions.js';
import { oneRiskQuery, riskQuery } from '../risk/risk.schema.js';
import { accountsAtRisk, riskModel } from '../risk/risk-questions.js';
import { type ReportNumbers, reportContent } from './content.js';
import { type Claim, mailId } from './ledger.js';
import { missedCount } from './missed.js';
import { plainName } from './plain-name.js';
import { countedWords, type Reader } from './reader.js';
import { reportHtml } from './report-mail.js';
import { reportText } from './report-text.js';
import { scheduleWords } from './schedule-words.js';
import type { Letter } from './transport.js';

/** Accounts named in a mail. */
const NAMED = 3;

/** What the API answers at the moment of the slot: a mail asks the same question and so says the same numbers. */
export async function reportNumbers(
  counter: Counter,
  { workspace, slot, visibility }: { workspace: Workspace; slot: Date; visibility: Visibility },
): Promise<ReportNumbers> {
  const query = kpiQuery.parse({ asOf: slot.toISOString() });
  const answers = (await counter.ask(allKpis, { workspace, query, visibility, newest: true })).parse();
  const model = oneRiskQuery.parse({ asOf: slot.toISOString() });
  // A mail goes out once: it waits for the chances, where a page would ask again. Without them it still goes.
  await counter.ask(riskModel, { workspace, query: model, visibility, newest: true }).catch(() => null);
  const named = riskQuery.parse({ asOf: slot.toISOString(), limit: NAMED });
  const risk = (await counter.ask(accountsAtRisk, { workspace, query: named, visibility, newest: true })).parse();
  return { scope: answers.scope, kpis: answers.kpis, risk };
}

export interface Occasion {
  workspace: Workspace;
  report: Report;
  publicUrl: string;
}

/** The mail of one slot to one recipient, both parts from the same words. */
export async function compose(
  db: DataSource,
  numbers: ReportNumbers,
  { occasion, claim, reader }: { occasion: Occasion; claim: Pick<Claim, 'slot' | 'recipient'>; reader: Reader },
): Promise<Letter> {
  const { workspace, report, publicUrl } = occasion;
  const { slot, recipient } = claim;
  const content = reportContent(numbers, {
    name: report.name,
    workspaceName: workspace.name,
    timeZone: report.timeZone,
    scheduleWords: report.active ? scheduleWords(report.schedule) : null,
    slot,
    recipient,
    counted: countedWords({ ...reader, visibility: plain(reader.visibility) }),
    publicUrl,
    missedCount: await missedCount(db, report, slot),
  });
  return {
    id: mailId({ workspaceId: workspace.id, reportId: report.id, slot }, recipient),
    reportId: report.id,
    to: recipient,
    subject: content.subject,
    html: await reportHtml(content),
    text: reportText(content),
    slot,
  };
}

/** Names of people come from a source too. */
const plain = (visibility: Visibility): Visibility =>
  visibility.kind === 'all' ? visibility : { ...visibility, names: visibility.names.map(plainName) };
