import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { SignedInAt } from '../running/signed-in.js';

const EVERY_MS = 200;
const MOST_WAIT_MS = 30_000;
/** So many by chance that a page of a table is full after two rows. */
const RECIPIENTS = 50;
/** Small enough to have left whole before it is refused. */
const FILE = `id,name\n${'1,Acme\n'.repeat(1_500)}`;

interface Written {
  id: string;
  status: number;
  detail: string;
  retryAfter: boolean;
}

interface Writer {
  session: SignedInAt;
  workspaceId: string;
  what: 'report' | 'file';
  /** What a refusal must say. */
  why: RegExp;
}

/** Somebody who saves one report after the other, which writes two rows, or hands over one file after the other, and is told what became of it. */
export class KeptWriting {
  private readonly written: Written[] = [];
  private ending = false;
  private readonly going: Promise<void>;

  constructor(private readonly writer: Writer) {
    this.going = this.goOn();
  }

  /** After something was refused: there may be room in tables yet when there is none on the disk. */
  async end(): Promise<void> {
    for (const until = performance.now() + MOST_WAIT_MS; performance.now() < until && !this.refused; ) await wait(EVERY_MS);
    this.ending = true;
    await this.going;
  }

  private get refused(): boolean {
    return this.written.some(({ status }) => status !== 200);
  }

  /** What is wrong with the refusals: none came, one did not say why, one that was taken is not there. And all of it in a line. */
  async judge(db: DataSource): Promise<{ line: string; wrong: string[] }> {
    const { why, what, workspaceId } = this.writer;
    const refused = this.written.filter(({ status }) => status !== 200);
    const plain = refused.filter(({ status, detail, retryAfter }) => (status === 503 || status === 507) && retryAfter && why.test(detail));
    const taken = this.written.filter(({ status }) => status === 200).map(({ id }) => id);
    const [row]: { count: number }[] = await db.query(
      'select count(*)::int as count from report where workspace_id = $1 and id = any ($2)',
      [workspaceId, taken],
    );
    const lost = what === 'report' ? taken.length - (row?.count ?? 0) : 0;
    const other = refused.find((one) => !plain.includes(one));
    const wrong = [
      ...(refused.length === 0 ? ['nothing that was written was refused'] : []),
      ...(other ? [`a refusal says ${other.status} "${other.detail}"`] : []),
      ...(lost > 0 ? [`${lost} that were taken are lost`] : []),
    ];
    const words = plain[0] ? `, ${plain[0].status} "${plain[0].detail}"` : '';
    return { line: `${what}s: ${taken.length} taken, ${lost} of them lost, ${refused.length} refused${words}`, wrong };
  }

  private async goOn(): Promise<void> {
    while (!this.ending) {
      this.written.push(await this.write());
      await wait(EVERY_MS);
    }
  }

  private async write(): Promise<Written> {
    const id = randomUUID();
    try {
      const answer = await (this.writer.what === 'report' ? this.saveReport(id) : this.handOver());
      const { detail = '' } = (await answer.json()) as { detail?: string };
      return { id, status: answer.status, detail, retryAfter: answer.headers.has('retry-after') };
    } catch (error) {
      return { id, status: 0, detail: (error as Error).message, retryAfter: false };
    }
  }

  private saveReport(id: string): Promise<Response> {
    const recipients = Array.from({ length: RECIPIENTS }, () => `${randomBytes(25).toString('hex')}@example.com`);
    const body = { name: 'Written by the drill', recipients, timeZone: 'UTC', schedule: '0 8 * * 1', active: false };
    return this.ask(`report/${id}`, { method: 'PUT', type: 'application/json', body: JSON.stringify(body) });
  }

  private async handOver(): Promise<Response> {
    const opened = await this.ask('import', { method: 'POST', type: 'application/json', body: '{}' });
    if (!opened.ok) return opened;
    const { id } = (await opened.json()) as { id: string };
    return this.ask(`import/${id}/file/deals.csv`, { method: 'PUT', type: 'text/csv', body: FILE });
  }

  private ask(path: string, { method, type, body }: { method: string; type: string; body: string }): Promise<Response> {
    const { at, headers } = this.writer.session;
    return fetch(`${at}/api/${path}`, { method, headers: { ...headers, 'content-type': type }, body, signal: AbortSignal.timeout(30_000) });
  }
}
