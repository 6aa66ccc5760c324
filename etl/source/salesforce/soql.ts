/** Fields of one question, so that its address stays far under the 16,384 bytes that Salesforce takes. */
const MOST_CHARACTERS = 6_000;
/** Ids of one question: each costs about 27 bytes of the address. */
export const MOST_IDS = 200;

export interface Select {
  fields: string[];
  from: string;
  where?: string[];
  orderBy?: string[];
}

/** A SOQL question. Names come from describe and our own lists, values through `literal`: nothing of a user's text enters it. */
export function select({ fields, from, where = [], orderBy = [] }: Select): string {
  return [
    `SELECT ${fields.join(', ')} FROM ${from}`,
    where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '',
    orderBy.length > 0 ? ` ORDER BY ${orderBy.join(', ')}` : '',
  ].join('');
}

/** A moment as SOQL wants it: without quotes, in UTC. */
export const literal = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** `Id IN (...)` of ids that Salesforce gave. Throws on what is no id, so that nothing else can enter a question. */
export function idIn(ids: string[]): string {
  for (const id of ids) if (!/^[a-zA-Z0-9]{15,18}$/.test(id)) throw new Error(`"${id.slice(0, 20)}" is no Salesforce id`);
  return `Id IN (${ids.map((id) => `'${id}'`).join(',')})`;
}

/** The fields in parts that fit an address, each with the Id by which they are joined. */
export function parts(names: string[], first: string[]): string[][] {
  const found: string[][] = [];
  let part = [...first];
  let length = 0;
  for (const name of names.filter((name) => !first.includes(name))) {
    length += name.length + 5;
    if (length > MOST_CHARACTERS) {
      found.push(part);
      part = ['Id'];
      length = name.length;
    }
    part.push(name);
  }
  return [...found, part];
}

export function chunks<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}
