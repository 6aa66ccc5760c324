import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, DOOR_ROLE, KEEPER_ROLE } from './isolate.js';

/** What the server needs of the owner's rights without having them: the planner's picture of large writes, and room for scratch. */
export class StatisticsForTheApp0027 implements MigrationInterface {
  name = 'StatisticsForTheApp0000000000027';

  async up(tx: QueryRunner): Promise<void> {
    const [at] = await tx.manager.query<{ schema: string; scratch: boolean }[]>(
      `select quote_ident(current_schema()) as schema, has_database_privilege('${APP_ROLE}', current_database(), 'temporary') as scratch`,
    );
    if (!at) throw new Error('Postgres does not say in which schema it works.');
    await tx.query(`grant usage on schema ${at.schema} to ${APP_ROLE}, ${DOOR_ROLE}, ${KEEPER_ROLE}`);
    if (!at.scratch) {
      await tx.query(`do $$ begin execute format('grant temporary on database %I to ${APP_ROLE}', current_database()); end $$`);
    }
    await tx.query(MEASURE_TABLE(at.schema));
    await tx.query(`revoke all on function measure_table(text, text[]) from public`);
    await tx.query(`grant execute on function measure_table(text, text[]) to ${APP_ROLE}, ${KEEPER_ROLE}`);
  }

  async down(tx: QueryRunner): Promise<void> {
    await tx.query('drop function measure_table(text, text[])');
  }
}

/** ANALYZE is for owners, and MAINTAIN is not known before Postgres 17. It tells whoever calls it nothing. */
const MEASURE_TABLE = (schema: string) => `
  create function measure_table(name text, columns text[]) returns void language plpgsql security definer
  set search_path = ${schema}, pg_temp as $$
  declare
    listed text := (select string_agg(quote_ident(column_name), ', ') from unnest(columns) as column_name);
  begin
    if not exists (select from pg_class where oid = to_regclass(quote_ident(name)) and relkind in ('r', 'p') and relrowsecurity) then
      raise exception 'There is no table % to measure.', name;
    end if;
    execute format('analyze %I %s', name, '(' || listed || ')');
  end $$`;
