import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Report, type Workspace } from '../../etl/warehouse/index.js';
import { AuditLog } from '../access/audit/audit-log.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { CounterHere } from '../counting/counter-here.js';
import { Clock } from '../http/clock.js';
import { currentUrl } from '../start/address.js';
import { readSettings } from '../start/settings.js';
import { isAddress } from './address.js';
import { outboxDirectory } from './outbox.js';
import { Postman } from './postman.js';
import type { Mail } from './report.schema.js';
import { ensureFirstReport } from './reports.js';
import { slotByHand } from './slot.js';
import { openTransport } from './transport.js';

/** Sends or writes a report at once, without waiting for its slot. */
export const reportCommand: Command = {
  name: 'report',
  usage: '--now [--as-of 2026-03-01T08:00:00Z] [--to ann@example.com]',
  summary: 'send the weekly report now, by SMTP_URL or to the outbox folder',
  async run(args, context) {
    const { slot, to } = readArgs(args, context.now());
    const workspace = await context.workspace();
    const report = await theReport(context, workspace);
    const recipients = to ? [to] : report.recipients;
    if (!recipients.length) throw new CommandMistake(`"${report.name}" has no recipients: say to whom with --to.`);
    const postman = await postmanOf(context);
    const mails = await postman.sendNow(workspace, report, { recipients, slot });
    const detail = { slot: slot.toISOString(), recipients: mails.map(({ recipient }) => recipient) };
    await noteByShell(context, { workspaceId: workspace.id, action: 'report.sent', subject: report.id, detail });
    for (const mail of mails) context.print(lineOf(mail, context.dataDirectory));
    return mails.every(({ status }) => status === 'sent') ? 0 : 1;
  },
};

function readArgs(args: string[], now: Date): { slot: Date; to: string | undefined } {
  const { values } = parsed(args);
  if (!values.now) throw new CommandMistake('Say --now: the schedule is kept by the running server.');
  if (values.to !== undefined && !isAddress(values.to)) throw new CommandMistake(`"${values.to}" is not one e-mail address.`);
  if (values['as-of'] === undefined) return { slot: slotByHand(now), to: values.to };
  const slot = new Date(values['as-of']);
  if (Number.isNaN(slot.getTime())) throw new CommandMistake(`"${values['as-of']}" is not a moment such as 2026-03-01T08:00:00Z.`);
  if (slot > now) throw new CommandMistake(`${values['as-of']} is in the future.`);
  return { slot, to: values.to };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: { now: { type: 'boolean' }, 'as-of': { type: 'string' }, to: { type: 'string' } } });
  } catch (error) {
    throw new CommandMistake(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The oldest report of the workspace; made when there is none. */
async function theReport({ db, now }: CommandContext, workspace: Workspace): Promise<Report> {
  const oldest = () => db.getRepository(Report).findOne({ where: { workspaceId: workspace.id }, order: { createdAt: 'ASC', id: 'ASC' } });
  const found = await oldest();
  if (found) return found;
  await ensureFirstReport(db, workspace, now());
  const made = await oldest();
  if (!made) throw new Error('The report that was just made is not there. Try again.');
  return made;
}

async function postmanOf({ db, dataDirectory, secretKey, now }: CommandContext): Promise<Postman> {
  const publicUrl = await currentUrl(readSettings(process.env));
  const { SMTP_URL: smtpUrl, BATON_MAIL_FROM: from } = process.env;
  const transport = openTransport({ smtpUrl: smtpUrl || undefined, from: from || undefined, publicUrl, dataDirectory });
  const audit = new AuditLog({ db, key: secretKey, now });
  return new Postman({ db, counter: new CounterHere(db, new Clock(now)), audit, transport, publicUrl, now });
}

function lineOf({ status, recipient, outboxFile, subject, error }: Mail, dataDirectory: string): string {
  if (status !== 'sent') return `${recipient}: not sent${error ? `: ${error}` : ', another worker has it in hand'}`;
  const where = outboxFile ? join(outboxDirectory(dataDirectory), outboxFile) : 'sent by SMTP';
  return `${recipient}: ${where} ("${subject}")`;
}
