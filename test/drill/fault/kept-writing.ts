import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { SignedInAt } from '../running/signed-in.js';

const EVERY_MS = 100;
const MOST_WAIT_MS = 30_000;
/** So many by chance that a page of a table is full after two rows. */
const RECIPIENTS = 50;

interface Written {
  id: string;
  status: number;
  detail: string;
  retryAfter: boolean;
}

/** Somebody who saves one report after the other, which writes two rows, and is told what became of it. */
export class KeptWriting {
  private readonly written: Written[] = [];
  private ending = false;
  private readonly going: Promise<void>;

  constructor(
    private readonly session: SignedInAt,
    private readonly workspaceId: string,
  ) {
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
  async judge(db: DataSource, why: RegExp): Promise<{ line: string; wrong: string[] }> {
    const refused = this.written.filter(({ status }) => status !== 200);
    const plain = refused.filter(({ status, detail, retryAfter }) => (status === 503 || status === 507) && retryAfter && why.test(detail));
    const taken = this.written.filter(({ status }) => status === 200).map(({ id }) => id);
    const [row]: { count: number }[] = await db.query(
      'select count(*)::int as count from report where workspace_id = $1 and id = any ($2)',
      [this.workspaceId, taken],
    );
    const lost = taken.length - (row?.count ?? 0);
    const other = refused.find((one) => !plain.includes(one));
    const wrong = [
      ...(refused.length === 0 ? ['nothing that was written was refused'] : []),
      ...(other ? [`a refusal says ${other.status} "${other.detail}"`] : []),
      ...(lost > 0 ? [`${lost} that were taken are lost`] : []),
    ];
    const words = plain[0] ? `, ${plain[0].status} "${plain[0].detail}"` : '';
    return { line: `writes: ${taken.length} taken, ${lost} of them lost, ${refused.length} refused${words}`, wrong };
  }

  private async goOn(): Promise<void> {
    while (!this.ending) {
      this.written.push(await this.write());
      await wait(EVERY_MS);
    }
  }

  private async write(): Promise<Written> {
    const id = randomUUID();
    const recipients = Array.from({ length: RECIPIENTS }, () => `${randomBytes(25).toString('hex')}@example.com`);
    const body = { name: 'Written by the drill', recipients, timeZone: 'UTC', schedule: '0 8 * * 1', active: false };
    try {
      const answer = await fetch(`${this.session.at}/api/report/${id}`, {
        method: 'PUT',
        headers: { ...this.session.headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      });
      const { detail = '' } = (await answer.json()) as { detail?: string };
      return { id, status: answer.status, detail, retryAfter: answer.headers.has('retry-after') };
    } catch (error) {
      return { id, status: 0, detail: (error as Error).message, retryAfter: false };
    }
  }
}
