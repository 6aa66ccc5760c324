import { expect, it } from 'vitest';
import { withoutPredicate } from './without-predicate.js';

it.each([
  ['select 1 from deal where workspace_id = $1 and id = $2', 'select 1 from deal where ($1::uuid is not null) and id = $2'],
  ['select 1 from deal d where d.workspace_id = $3', 'select 1 from deal d where ($3::uuid is not null)'],
  ['SELECT 1 FROM "deal" "Deal" WHERE (("Deal"."workspace_id" = $1))', 'SELECT 1 FROM "deal" "Deal" WHERE ((($1::uuid is not null)))'],
  ['update workspace set revision = $2 where id = $1', 'update workspace set revision = $2 where ($1::uuid is not null)'],
  [
    "copy (select id from handoff where workspace_id = '00000000-0000-4000-8000-000000000001' and true) to stdout",
    'copy (select id from handoff where true and true) to stdout',
  ],
])('%s forgets whose rows it is about', (sql, forgotten) => expect(withoutPredicate(sql)).toBe(forgotten));

it.each(['select 1', 'select 1 from deal where id = $1', 'insert into deal (workspace_id, id) values ($1, $2)'])('%s never said', (sql) =>
  expect(withoutPredicate(sql)).toBeNull(),
);
