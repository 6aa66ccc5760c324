/** A name as Postgres takes it literally. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** 'crm.deal' and '"Odd.Name"' as quoted names. Unquoted names are taken as they are written, since tools that land tables keep case. */
export function quotedPath(path: string): string {
  const parts = path.match(/"(?:[^"]|"")+"|[^."]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? part : quoted(part))).join('.');
}
