import type { DataSource } from 'typeorm';

export interface KnownPerson {
  email: string;
  name: string | null;
  /** One of our own people. */
  internal: boolean;
}

/** At most. */
export const MOST_FOUND = 20;

/** Those of the sources in whose address or name the words stand, one for each address. */
export function knownPeople(db: DataSource, workspaceId: string, words: string): Promise<KnownPerson[]> {
  return db.query<KnownPerson[]>(
    `select lower(email) as email, min(name) as name, bool_or(internal) as internal from person
     where workspace_id = $1 and email is not null and (strpos(lower(email), lower($2)) > 0 or strpos(lower(name), lower($2)) > 0)
     group by lower(email) order by lower(email) limit ${MOST_FOUND}`,
    [workspaceId, words],
  );
}
