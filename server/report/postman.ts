import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Report, type Workspace } from '../../etl/warehouse/index.js';
import type { Audit } from '../access/audit/audit.js';
import type { Counter } from '../counting/counter.js';
import type { Visibility } from '../handoff/visibility.js';
import { compose, reportNumbers } from './compose.js';
import type { ReportNumbers } from './content.js';
import { type Claim, claim, type Outcome, owe, settle } from './ledger.js';
import { mailsOfSlot } from './mails.js';
import { readerOf } from './reader.js';
import type { Mail } from './report.schema.js';
import { failureWords, isWorthRepeating } from './send-failure.js';
import type { Transport } from './transport.js';

export interface PostmanOptions {
  db: DataSource;
  counter: Counter;
  audit: Audit;
  transport: Transport;
  publicUrl: string;
  now: () => Date;
}

/** Sends what the ledger owes: claim, send, settle. Any number of servers may do it at once, and any of them may die. */
export class Postman {
  #working: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(private readonly options: PostmanOptions) {}

  get transport(): 'smtp' | 'outbox' {
    return this.options.transport.kind;
  }

  /** Sends everything of a workspace that is due, one mail after the other. Answers how many were sent. */
  deliverDue(workspace: Workspace): Promise<number> {
    const working = this.#working.then(() => this.#deliverAll(workspace));
    this.#working = working.catch(() => {});
    return working;
  }

  /** Owes a slot to some recipients and sends it at once; a slot that was sent before is not sent again. Answers their mails. */
  async sendNow(
    workspace: Workspace,
    report: Report,
    { recipients, slot }: { recipients: readonly string[]; slot: Date },
  ): Promise<Mail[]> {
    const at = { workspaceId: workspace.id, reportId: report.id, slot };
    await owe(this.options.db, at, recipients);
    await this.deliverDue(workspace);
    const mails = await mailsOfSlot(this.options.db, workspace.id, at);
    return mails.filter(({ recipient }) => recipients.includes(recipient));
  }

  /** Finishes the mail in hand and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async #deliverAll(workspace: Workspace): Promise<number> {
    const asked = new Map<string, Promise<ReportNumbers>>();
    let sent = 0;
    while (!this.#stopped) {
      const mail = await claim(this.options.db, workspace.id, this.options.now());
      if (!mail) break;
      const outcome = await this.#send(workspace, mail, asked);
      const settled = await insistently(() => this.#settle(workspace.id, mail, outcome));
      if (settled && outcome.status === 'sent') sent += 1;
    }
    return sent;
  }

  async #send(workspace: Workspace, mail: Claim, asked: Map<string, Promise<ReportNumbers>>): Promise<Outcome> {
    const { db, transport, publicUrl, now } = this.options;
    try {
      // Not when it was owed: who has left since gets nothing, and who sees less gets that.
      const reader = await readerOf(db, workspace.id, mail.recipient);
      if (!reader) return { ...NOT_SENT, status: 'failed', error: 'The login of this member is disabled.' };
      const numbers = await this.#numbers(workspace, { slot: mail.slot, visibility: reader.visibility }, asked);
      const report = await db.getRepository(Report).findOneByOrFail({ workspaceId: workspace.id, id: mail.reportId });
      const letter = await compose(db, numbers, { occasion: { workspace, report, publicUrl }, claim: mail, reader });
      const { outboxFile } = await transport.send(letter);
      return { status: 'sent', sentAt: now(), subject: letter.subject, outboxFile, error: null };
    } catch (error) {
      const status = isWorthRepeating(error, mail.attempts) ? 'pending' : 'failed';
      return { ...NOT_SENT, status, error: failureWords(error) };
    }
  }

  /** What went out, and to whom, is in the audit log as surely as in the ledger. */
  #settle(workspaceId: string, mail: Claim, outcome: Outcome): Promise<boolean> {
    const { db, audit } = this.options;
    return db.transaction(async (tx) => {
      const settled = await settle(tx, workspaceId, { mail, outcome });
      const detail = { recipient: mail.recipient, slot: mail.slot.toISOString() };
      if (settled && outcome.status === 'sent')
        await audit.note({ workspaceId, action: 'report.mailed', actor: 'Baton', subject: mail.reportId, detail }, tx);
      return settled;
    });
  }

  /** Once for everybody who sees the same. */
  #numbers(
    workspace: Workspace,
    { slot, visibility }: { slot: Date; visibility: Visibility },
    asked: Map<string, Promise<ReportNumbers>>,
  ): Promise<ReportNumbers> {
    const key = JSON.stringify([slot.getTime(), visibility]);
    const numbers = asked.get(key) ?? reportNumbers(this.options.counter, { workspace, slot, visibility });
    asked.set(key, numbers);
    return numbers;
  }
}

const NOT_SENT = { sentAt: null, subject: null, outboxFile: null } as const;

/** Milliseconds between tries; together less than the lease of a claim. */
const INSIST = [100, 1_000, 2_000, 5_000, 10_000, 20_000];

/** A mail that went out is noted as soon as Postgres is back, so that nobody sends it again. */
async function insistently(note: () => Promise<boolean>): Promise<boolean> {
  for (const milliseconds of INSIST) {
    try {
      return await note();
    } catch {
      await wait(milliseconds);
    }
  }
  return note();
}
