type Shape = Record<string, unknown>;

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is told of a record: its id and type, and the fields asked for. Without any it is the compact form. */
export function pick(record: Shape, fields: string[]): Shape {
  const names = fields.length > 0 ? fields : ['name', 'resource_subtype'];
  const known = Object.entries(record).filter(([name]) => ['gid', 'resource_type'].includes(name));
  const heads = [...new Set(names.map((name) => name.split('.')[0] ?? ''))].filter((head) => Object.hasOwn(record, head));
  return { ...Object.fromEntries(known), ...Object.fromEntries(heads.map((head) => [head, picked(record[head], below(names, head))])) };
}

const below = (fields: string[], head: string): string[] =>
  fields.filter((name) => name.startsWith(`${head}.`)).map((name) => name.slice(head.length + 1));

/** A record within a record shows no more than its id unless more was asked for. */
function picked(value: unknown, fields: string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => picked(one, fields));
  if (!isShape(value)) return value;
  return fields.length > 0 ? pick(value, fields) : { gid: value.gid, resource_type: value.resource_type };
}
