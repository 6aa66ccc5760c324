import { afterAll, beforeAll } from 'vitest';
import { grant, type LandedDatabase, landedDatabase } from '../etl/sandbox/postgres/landed.js';
import { postgresKind } from '../etl/source/postgres/postgres.js';
import type { Page, Position, Source } from '../etl/source/source.js';

const context = { now: () => new Date('2026-06-01T00:00:00Z'), keepCredentials: async () => {} };

export const signal = new AbortController().signal;

export interface OpenedSource {
  source: Source;
  pages(name: string, from?: Position | null): Promise<Page[]>;
  ids(name: string): Promise<string[]>;
}

/** Another company's database, for all tests of a file, and the sources that they open on it. */
export class LandedSources {
  private database!: LandedDatabase;
  private readonly opened: Source[] = [];

  static forThisFile(): LandedSources {
    const sources = new LandedSources();
    beforeAll(async () => {
      sources.database = await landedDatabase(process.env.BATON_TEST_POSTGRES_URL ?? '');
    });
    afterAll(async () => {
      for (const source of sources.opened) await source.close?.();
      await sources.database.close();
    });
    return sources;
  }

  get run(): LandedDatabase['run'] {
    return this.database.run;
  }

  open(mapping: object, more: object = {}, credentials: object = this.database.credentials): OpenedSource {
    const settings = { ...this.database.settings, ...more, mapping: { currency: 'EUR', ...mapping } };
    const source = postgresKind.open(settings, credentials, context);
    this.opened.push(source);
    const stream = (name: string) => {
      const found = source.streams.find((one) => one.name === `postgres.${name}`);
      if (!found) throw new Error(`no stream ${name}`);
      return found;
    };
    return {
      source,
      async pages(name, from = null) {
        const all: Page[] = [];
        for await (const page of stream(name).pages(from, signal)) all.push(page);
        return all;
      },
      async ids(name) {
        const all: string[] = [];
        for await (const ids of stream(name).sweep?.ids(signal) ?? []) all.push(...ids);
        return all.sort();
      },
    };
  }

  /** A schema of this name with what the statements make in it, readable by the user of the sources. */
  async schema(name: string, sql: string): Promise<void> {
    await this.database.run(`create schema ${name}; set search_path = ${name}; ${sql}; reset search_path`);
    await grant(this.database, name);
  }
}

/** Who owns that database, and may write. */
export function owner(): { user: string; password: string } {
  const { username: user, password } = new URL(process.env.BATON_TEST_POSTGRES_URL ?? '');
  return { user, password };
}

export const keys = (pages: Page[]) => pages.flatMap(({ records }) => records.map((one) => (one as { key: string }).key));
export const rows = (pages: Page[]) => pages.flatMap(({ records }) => records.map((one) => (one as { row: Record<string, unknown> }).row));
export const gone = (pages: Page[]) => pages.flatMap((page) => (page.gone ?? []).map(({ externalId }) => externalId));
export const accounts = { what: 'accounts', columns: { id: 'id', name: 'name' } };
