import { BadRequestException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { RejectedPage } from './source.schema.js';

interface RejectedRow {
  stream: string;
  externalId: string;
  reason: string;
  payload: unknown;
  firstReadAt: Date;
  lastReadAt: Date;
  count: number;
}

const REJECTED = `
  with open_rejects as (
    select stream, external_id, reason, payload, first_read_at, last_read_at
      from rejected_record where workspace_id = $1 and source_id = $2 and resolved_at is null
  )
  select stream, external_id as "externalId", reason, payload, first_read_at as "firstReadAt", last_read_at as "lastReadAt",
         (select count(*) from open_rejects)::int as count
    from open_rejects
   where (stream, external_id) > ($3, $4)
   order by stream, external_id
   limit $5`;

/** Open rejected records of a source, by stream and id. `after` is the `next` of the page before. */
export async function rejectedPage(
  db: DataSource,
  of: { workspaceId: string; sourceId: string },
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<RejectedPage> {
  const [stream, id] = after === undefined ? ['', ''] : readKey(after);
  const rows: RejectedRow[] = await db.query(REJECTED, [of.workspaceId, of.sourceId, stream, id, limit + 1]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    count: rows[0]?.count ?? 0,
    rejected: page.map(({ count: _, firstReadAt, lastReadAt, ...row }) => ({
      ...row,
      firstReadAt: firstReadAt.toISOString(),
      lastReadAt: lastReadAt.toISOString(),
    })),
    next: last ? writeKey([last.stream, last.externalId]) : null,
  };
}

type Key = [string, string];
const key = z.tuple([z.string(), z.string()]);

const writeKey = (parts: Key) => Buffer.from(JSON.stringify(parts)).toString('base64url');

function readKey(text: string): Key {
  try {
    return key.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new BadRequestException('after: is not the `next` of a page.', { cause });
  }
}
