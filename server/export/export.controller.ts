import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Audit } from '../access/audit/audit.js';
import { CurrentSignedIn } from '../access/current-signed-in.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import type { SignedIn } from '../access/signed-in.js';
import type { Asked } from '../counting/asked.js';
import { Counter } from '../counting/counter.js';
import type { Visibility } from '../handoff/visibility.js';
import { Dear } from '../http/dear.js';
import { type ExportQuery, exportQuery } from './export.schema.js';
import { beginExport, endExport, nextPart, type Ticket } from './export-questions.js';

const TYPES = { arrow: 'application/vnd.apache.arrow.stream', csv: 'text/csv; charset=utf-8; header=present' };

/** An Arrow file that is a stream ends in s. */
const EXTENSIONS = { arrow: 'arrows', csv: 'csv' };

@ApiTags('handoff')
@Controller('handoff/export')
@Needs('export')
export class ExportController {
  constructor(
    private readonly counter: Counter,
    private readonly audit: Audit,
  ) {}

  @Dear('exports', 60, 600)
  @Get()
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ description: 'The handoffs of a question, one row each, the last won first. docs/export.md says what the columns are' })
  async export(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @CurrentSignedIn() actor: SignedIn,
    @Query({ schema: exportQuery }) query: ExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const ticket = randomUUID();
    const begun = await this.counter.ask(beginExport, { workspace, visibility, query: { ...query, ticket }, newest: true });
    const { metadata } = begun.parse();
    const told = Object.fromEntries(['from', 'to', 'filters', 'kpi', 'outcome', 'handoffs'].map((name) => [name, metadata[name] ?? null]));
    const detail = { format: query.format, ...told };
    await this.audit.note({ workspaceId: workspace.id, actor, action: 'export.made', detail });
    for (const [name, value] of Object.entries(metadata)) response.setHeader(`Baton-${name}`, ascii(value));
    response.setHeader('Content-Type', TYPES[query.format]);
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="handoffs_${metadata.from}_${metadata.to}.${EXTENSIONS[query.format]}"`,
    );
    const asked: Asked<Ticket> = { workspace, visibility, query: { ticket } };
    try {
      await pipeline(Readable.from(this.parts(asked), { objectMode: false, highWaterMark: 1 }), response);
    } catch (error) {
      // Whoever reads it went away: nobody is left to answer.
      if (!gone(error)) throw error;
    } finally {
      await this.counter.ask(endExport, asked);
    }
  }

  /** Each is asked for only when the ones before have been taken. */
  private async *parts(asked: Asked<Ticket>): AsyncGenerator<Buffer> {
    for (;;) {
      const { bytes } = (await this.counter.ask(nextPart, asked)).parse();
      if (bytes === null) return;
      yield Buffer.from(bytes, 'base64');
    }
  }
}

/** A header carries nothing else; in JSON it means the same. */
const ascii = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const gone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
