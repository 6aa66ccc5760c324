import type { KpiAnswer, Scope } from '../kpi/kpi.schema.js';
import type { RiskAnswer, RiskItem } from '../risk/risk.schema.js';
import { ageWords, dayWords, lastDayWords, momentWords } from './moment-words.js';
import { plainName } from './plain-name.js';
import { preheaderOf, subjectOf } from './subject.js';
import { countOf, intervalWords, moneyWords, restWords, valueWords, withUnit } from './words.js';

/** What a mail says, in words: both of its parts are drawn from this and from nothing else. */
export interface ReportContent {
  subject: string;
  preheader: string;
  title: string;
  /** What must be known before a number is read: old data, missed slots, sample data. */
  notices: string[];
  dataAsOf: string;
  period: string;
  /** Whose handoffs. */
  counted: string;
  kpis: KpiLine[];
  moved: string[];
  riskHeading: string;
  riskRule: string;
  risks: RiskLine[];
  link: string;
  riskLink: string;
  definitions: string;
  reason: string;
}

export interface KpiLine {
  name: string;
  value: string;
  rest: string;
  change: string;
}

export interface RiskLine {
  account: string;
  reason: string;
  amount: string;
  people: string;
  link: string;
}

/** What a report is made of. */
export interface ReportNumbers {
  scope: Scope;
  kpis: KpiAnswer[];
  risk: RiskAnswer;
}

export interface ReportFrame {
  name: string;
  workspaceName: string;
  timeZone: string;
  /** "every Monday at 08:00"; null when the schedule has no short words. */
  scheduleWords: string | null;
  slot: Date;
  recipient: string;
  /** Whose handoffs the numbers count, in a sentence. */
  counted: string;
  publicUrl: string;
  /** Slots before this one for which nothing was sent, because Baton was not running. */
  missedCount: number;
}

/** Data older than this is said before any number. */
const OLD_AFTER_MINUTES = 24 * 60;

export function reportContent({ scope, kpis, risk }: ReportNumbers, frame: ReportFrame): ReportContent {
  const headlines = kpis.filter(({ kpi }) => kpi.headline);
  const view = new URLSearchParams({ asOf: frame.slot.toISOString() });
  const same = new URLSearchParams({ period: 'custom', from: scope.period.from, to: scope.period.to, asOf: frame.slot.toISOString() });
  return {
    subject: subjectOf(headlines, risk.accounts),
    preheader: preheaderOf(headlines),
    title: `${plainName(frame.name)} of ${plainName(frame.workspaceName)}`,
    notices: notices(scope, frame),
    dataAsOf: dataAsOf(scope, frame),
    period: `Handoffs won from ${dayWords(scope.period.from)} through ${lastDayWords(scope.period.to)}.`,
    counted: frame.counted,
    kpis: headlines.map(kpiLine),
    moved: moved(headlines),
    riskHeading: riskHeading(risk),
    riskRule: risk.considered.words,
    risks: risk.items.slice(0, 3).map((item) => riskLine(item, `${frame.publicUrl}/handoff/${encodeURIComponent(item.handoffId)}?${view}`)),
    link: `${frame.publicUrl}/?${same}`,
    riskLink: `${frame.publicUrl}/risk?${view}`,
    definitions: `Definitions: ${headlines.map(({ kpi }) => `${kpi.name} version ${kpi.version}`).join(', ')}. In brackets the 95 % interval; n counts handoffs.`,
    reason: reason(frame),
  };
}

function notices({ ageMinutes, dataAsOf, sample }: Scope, frame: ReportFrame): string[] {
  const said: string[] = [];
  if (!dataAsOf) said.push('No source has been read through once, so nothing can be counted yet.');
  if (ageMinutes !== null && ageMinutes > OLD_AFTER_MINUTES) {
    said.push(`The data is ${ageWords(ageMinutes)} old. Nothing that happened since is in these numbers.`);
  }
  if (frame.missedCount > 0) {
    const were = frame.missedCount === 1 ? 'One earlier report was' : `${frame.missedCount} earlier reports were`;
    said.push(`${were} not sent, because Baton was not running when due. Only the newest is sent.`);
  }
  if (sample) said.push('This is the sample company: names and numbers are made up.');
  return said;
}

function dataAsOf(scope: Scope, { slot, timeZone }: ReportFrame): string {
  const asked = momentWords(slot, timeZone);
  if (!scope.dataAsOf) return `Asked as of ${asked}; no source has been read through yet.`;
  const through = new Date(scope.dataAsOf);
  return through < slot ? `Data as of ${momentWords(through, timeZone)}. Asked as of ${asked}.` : `Data as of ${asked}.`;
}

function kpiLine({ kpi, measure, maturesOn, comparison, signal }: KpiAnswer): KpiLine {
  const said = comparison?.words.startsWith('so far');
  const soFar = maturesOn && !said ? [`so far; the period matures on ${dayWords(maturesOn)}`] : [];
  const target = targetWords(kpi);
  return {
    name: kpi.name,
    value: valueWords(measure, kpi.unit),
    rest: [restWords(measure, kpi.unit), ...target, ...soFar].join(', '),
    change: changeWords({ kpi, comparison, signal }),
  };
}

/** One target, or one for each segment that has its own. */
function targetWords({ targets, unit }: KpiAnswer['kpi']): string[] {
  const named = Object.entries(targets).flatMap(([segment, target]) =>
    target === null ? [] : [segment === 'all' ? withUnit(target, unit) : `${withUnit(target, unit)} for ${segment}`],
  );
  return named.length ? [`target ${named.join(', ')}`] : [];
}

function changeWords({ kpi, comparison, signal }: Pick<KpiAnswer, 'kpi' | 'comparison' | 'signal'>): string {
  const trend = `Trend: ${signal.words}.`;
  if (!comparison) return trend;
  const words = upperFirst(comparison.words.replace(/\d{4}-\d{2}-\d{2}/g, dayWords));
  return `${trend} ${words} (${comparison.name}: ${valueWords(comparison.measure, kpi.unit)}).`;
}

function moved(headlines: readonly KpiAnswer[]): string[] {
  const clear = headlines.flatMap(({ kpi, comparison, signal }) => [
    ...(comparison?.clear ? [`${kpi.name}: ${comparison.words}.`] : []),
    ...(signal.clear ? [`${kpi.name}: ${signal.words}.`] : []),
  ]);
  return clear.length ? clear : ['No number moved by more than noise.'];
}

function riskHeading({ accounts, amounts }: RiskAnswer): string {
  const money = amounts.map(({ amount, currency }) => moneyWords(amount, currency)).join(' and ');
  return upperFirst(`${countOf(accounts, 'account')} at risk${money ? `, ${money}` : ''}`);
}

function riskLine(item: RiskItem, link: string): RiskLine {
  const [first] = item.reasons;
  return {
    account: plainName(item.accountName),
    reason: first?.words ?? '',
    amount: [moneyWords(item.amountAtRisk, item.currency), ...chanceWords(item)].join(', '),
    people: `sales: ${item.owner ? plainName(item.owner) : 'nobody'}, customer success: ${item.csm ? plainName(item.csm) : 'nobody'}`,
    link,
  };
}

/** Said only where the workspace's own history says it. */
function chanceWords({ chance }: RiskItem): string[] {
  if (chance.basis !== 'history' || chance.value === null) return [];
  return [`${withUnit(chance.value, 'share')} chance of churn (${intervalWords(chance, 'share')})`];
}

function reason({ name, recipient, scheduleWords, timeZone }: ReportFrame): string {
  const when = scheduleWords ? `, ${scheduleWords} (${timeZone})` : '';
  return `You get this because ${recipient} is on the list of "${plainName(name)}"${when}. Ask whoever runs Baton to take you off it.`;
}

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
