import { BadRequestException, Injectable, type OnApplicationShutdown, UnprocessableEntityException } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { csv } from '../../etl/source/csv/csv.js';
import { fileSample } from '../../etl/source/csv/guess/file-sample.js';
import { type GuessedMapping, guessMapping } from '../../etl/source/csv/guess/guess-mapping.js';
import { readMapping } from '../../etl/source/csv/read-mapping.js';
import type { CsvSettings } from '../../etl/source/csv/settings.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { Log } from '../http/log.js';
import { LongWork } from '../http/long-work.js';
import type { ImportState } from './import.schema.js';
import { importInto } from './import-files.js';
import { type FilePreview, previewImport } from './preview-import.js';
import { Uploads } from './uploads.js';

/** Imports of files that were uploaded. One that this process has begun is told of until it ends. */
@Injectable()
export class Imports implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly states = new Map<string, ImportState>();
  private readonly under = new Set<Promise<void>>();

  constructor(
    @LongWork() private readonly db: DataSource,
    private readonly uploads: Uploads,
    private readonly installation: Installation,
    private readonly clock: Clock,
    @Log() private readonly log: Logger,
  ) {}

  /** What the files seem to hold, in the zone and currency of the workspace. Throws 422 when no header says what is in it. */
  async guess(workspace: Workspace, id: string): Promise<GuessedMapping> {
    const directory = await this.uploads.directory(workspace.id, id);
    const names = await this.uploads.names(workspace.id, id);
    if (names.length === 0) throw new BadRequestException('There is no file in this upload yet.');
    return wording(async () => {
      const samples = await Promise.all(names.map((name) => fileSample(`${directory}/${name}`, name)));
      const { mapping, notes } = guessMapping('Files', samples);
      const { timeZone, currency } = workspace;
      const known = notes.filter((note) => !/^(timeZone|currency) is /.test(note));
      return { mapping: { ...mapping, timeZone, currency }, notes: known };
    });
  }

  async preview(workspace: Workspace, id: string, mapping: object): Promise<FilePreview[]> {
    const settings = await this.settings(workspace, id, mapping);
    const now = () => this.clock.now();
    return wording(() => previewImport(this.db, { workspaceId: workspace.id, settings, now, signal: this.stopping.signal }));
  }

  /** Begins an import and does not wait; `stateOf` tells how it goes. Throws 422, and begins nothing, when a file is no CSV to its end. */
  async begin(workspace: Workspace, id: string, mapping: object): Promise<void> {
    const settings = await this.settings(workspace, id, mapping);
    this.states.set(id, { state: 'importing', sourceId: null, lines: [], error: null });
    try {
      await wording(() => csv({ settings, now: () => this.clock.now() }).test(this.stopping.signal));
    } catch (error) {
      this.states.delete(id);
      throw error;
    }
    const run = this.run(workspace, id, settings).finally(() => this.under.delete(run));
    this.under.add(run);
  }

  stateOf(id: string): ImportState {
    return this.states.get(id) ?? { state: 'uploading', sourceId: null, lines: [], error: null };
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.under);
  }

  private async run(workspace: Workspace, id: string, settings: CsvSettings): Promise<void> {
    const { secretKey } = this.installation;
    const importing = { workspace, settings, secretKey, now: () => this.clock.now(), print: () => {}, signal: this.stopping.signal };
    try {
      const { sourceId, run, lines } = await importInto(this.db, importing);
      const state = run.outcome === 'succeeded' ? 'done' : 'failed';
      this.states.set(id, { state, sourceId, lines, error: run.error });
    } catch (error) {
      this.log.warn({ err: error }, 'import');
      this.states.set(id, { state: 'failed', sourceId: null, lines: [], error: error instanceof Error ? error.message : String(error) });
    }
  }

  /** A mapping from outside names files of its upload and no others. */
  private async settings(workspace: Workspace, id: string, given: object): Promise<CsvSettings> {
    const names = new Set(await this.uploads.names(workspace.id, id));
    const mapping = await wording(async () => readMapping(JSON.stringify(given), 'The mapping'));
    const stranger = mapping.files.find(({ path }) => !names.has(path));
    if (stranger)
      throw new BadRequestException(`The mapping names "${stranger.path}", which was not uploaded. Uploaded: ${[...names].join(', ')}.`);
    return { directory: await this.uploads.directory(workspace.id, id), mapping };
  }
}

/** What is wrong with files and mappings is said by those who read them. */
async function wording<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new UnprocessableEntityException(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
