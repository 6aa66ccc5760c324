import type { DataSource } from 'typeorm';

/** An account that something may belong to. Never matched by itself: a name is a suggestion only. */
export interface AlikeAccount {
  accountId: string;
  name: string;
  /** What is alike: 'same name' or 'address like its name'. */
  why: string;
}

export interface Named {
  /** Names the answer. */
  key: string;
  name: string | null;
  /** Domain, or address of a person. */
  address: string | null;
}

const LEGAL_FORMS =
  'incorporated|inc|limited|ltd|llc|llp|plc|corporation|corp|company|co|gmbh|mbh|ag|kg|se|sarl|sas|sa|spa|srl|bv|nv|ab|oy|as|aps';

/** SQL for what is left of a name without its legal form, spaces and signs. */
const bare = (name: string) =>
  `regexp_replace(regexp_replace(lower(${name}), '\\m(${LEGAL_FORMS})\\M[.]?', '', 'g'), '[^[:alnum:]]+', '', 'g')`;

/** Accounts with deals whose name is alike, at most three for each that is asked for. */
export async function alikeAccounts(db: DataSource, workspaceId: string, asked: Named[]): Promise<Map<string, AlikeAccount[]>> {
  const alike = new Map<string, AlikeAccount[]>();
  if (asked.length === 0) return alike;
  const rows = await db.query<(AlikeAccount & { key: string })[]>(ALIKE, [
    workspaceId,
    asked.map(({ key }) => key),
    asked.map(({ name }) => name ?? ''),
    asked.map(({ address }) => label(address)),
  ]);
  for (const { key, ...account } of rows) {
    const found = alike.get(key) ?? [];
    if (found.length < 3) alike.set(key, [...found, account]);
  }
  return alike;
}

/** 'acme-corp' of 'jane@mail.acme-corp.co.uk' is not sought for: only the first label of the domain. */
const label = (address: string | null) => (address ?? '').split('@').at(-1)?.split('.')[0] ?? '';

const ALIKE = `
  with asked as (
    select key, ${bare('name')} as name, ${bare('label')} as label from unnest($2::text[], $3::text[], $4::text[]) a (key, name, label)
  ),
  accounts as (
    select a.id, a.name, ${bare('a.name')} as bare from account a
    where a.workspace_id = $1 and exists (select from handoff h where h.workspace_id = $1 and h.account_id = a.id and h.removed_at is null)
  )
  select q.key, a.id as "accountId", a.name, case when a.bare = q.name then 'same name' else 'address like its name' end as why
  from asked q join accounts a on a.bare <> '' and (a.bare = q.name or (length(q.label) > 3 and a.bare = q.label))
  order by q.key, (a.bare = q.name) desc, a.name, a.id`;
