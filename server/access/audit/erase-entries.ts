import type { EntityManager } from 'typeorm';
import type { Action } from './audit.js';
import { TAKEN_OUT } from './chain.js';

/** The action whose entries name in `detail.erased` whose words were taken out: '4', or '7-9'. */
export const ERASING: Action = 'person.deleted';

/** Of one list in a detail; more are written as several entries. */
const MOST = 50;

/**
 * Takes out what entries say in which one of `words` stands - the id of a login, an e-mail address -, and answers their numbers in
 * lists, each of which must then be noted as `detail.erased` of an ERASING, in the same transaction: otherwise the log counts as
 * tampered with. Works as the keeper only. The chain stays as it is, since it holds only hashes of what is taken out.
 */
export async function eraseEntries(tx: EntityManager, workspaceId: string, words: readonly string[]): Promise<string[][]> {
  const wanted = words.filter((word) => word !== '').map((word) => word.toLowerCase());
  const { actor, detail } = TAKEN_OUT;
  const [rows] = await tx.query<[{ number: string }[], number]>(
    `update audit_entry set salt = null, actor = $3, subject = null, detail = $4, address = null
      where workspace_id = $1 and salt is not null and exists (
        select 1 from unnest($2::text[]) word
        where strpos(lower(actor::text), word) > 0 or strpos(lower(coalesce(subject, '')), word) > 0 or strpos(lower(detail::text), word) > 0)
      returning number`,
    [workspaceId, wanted, JSON.stringify(actor), JSON.stringify(detail)],
  );
  const ranges = rangesOf(rows.map(({ number }) => BigInt(number)).sort((a, b) => (a < b ? -1 : 1)));
  return Array.from({ length: Math.ceil(ranges.length / MOST) }, (_, i) => ranges.slice(i * MOST, (i + 1) * MOST));
}

function rangesOf(numbers: readonly bigint[]): string[] {
  const ranges: [bigint, bigint][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] + 1n === number) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}

/** Whether an ERASING says that the words of another entry were taken out. */
export function explains({ detail }: { detail: object }): (number: string) => boolean {
  const ranges = 'erased' in detail && Array.isArray(detail.erased) ? detail.erased.map(rangeOf) : [];
  return (number) => ranges.some(([from, to]) => from <= BigInt(number) && BigInt(number) <= to);
}

function rangeOf(text: unknown): [bigint, bigint] {
  const [, from = '0', to = from] = /^(\d{1,18})(?:-(\d{1,18}))?$/.exec(String(text)) ?? [];
  return [BigInt(from), BigInt(to)];
}
