import type { DataSource } from 'typeorm';

/** Rows in one statement, so that none holds locks for long. */
const AT_ONCE = 5_000;

/**
 * Fills `email_domain` where nothing has: rows of before there was the column, of an older server, of an import that was undone. Whoever
 * syncs writes it along. By the column a person is found by domain; by an expression none is, since row-level security uses an index
 * only for what is leakproof, and split_part is not.
 */
export async function knowDomains(db: DataSource, workspaceId: string): Promise<void> {
  for (let last = AT_ONCE; last === AT_ONCE; ) {
    const [, count] = await db.query<[unknown, number]>(
      `update person set email_domain = split_part(email, '@', 2)
       where workspace_id = $1 and (source_id, external_id) in (
         select source_id, external_id from person where workspace_id = $1 and email_domain is null and email is not null limit ${AT_ONCE})`,
      [workspaceId],
    );
    last = count;
  }
}
