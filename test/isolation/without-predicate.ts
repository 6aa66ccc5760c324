/** `deal.workspace_id = $1`, `"Deal"."workspace_id" = $1::uuid`. */
const OF_A_WORKSPACE = /(?:"?\w+"?[.])?"?workspace_id"?\s*=\s*([$]\d+)(?:::uuid)?/g;

/** What COPY says, which takes no parameters. */
const OF_ONE_SAID = /\bworkspace_id\s*=\s*'[0-9a-f-]{36}'/g;

/** The table of workspaces itself goes by `id`. */
const OF_ITS_OWN_ID = /(?:"?\w+"?[.])?"?\bid"?\s*=\s*([$]\d+)(?:::uuid)?/g;
const OF_WORKSPACES = /\b(?:from|update|into)\s+"?workspace"?(?=[\s;]|$)/i;

/** A statement that has forgotten whose rows it is about; null when it never said. What Postgres is told of the parameters stays. */
export function withoutPredicate(sql: string): string | null {
  const forgotten = sql.replaceAll(OF_A_WORKSPACE, '($1::uuid is not null)').replaceAll(OF_ONE_SAID, 'true');
  const open = OF_WORKSPACES.test(sql) ? forgotten.replaceAll(OF_ITS_OWN_ID, '($1::uuid is not null)') : forgotten;
  return open === sql ? null : open;
}
