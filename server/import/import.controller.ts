import { Body, ConflictException, Controller, Get, HttpCode, NotFoundException, Param, Post, Put, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { undoImport } from '../../etl/sync/undo-import.js';
import { WorkspaceHeld } from '../../etl/sync/workspace-held.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { Clock } from '../http/clock.js';
import { Dear } from '../http/dear.js';
import { LongWork } from '../http/long-work.js';
import * as schema from './import.schema.js';
import { Imports } from './imports.js';
import { undoableImports } from './undo-command.js';
import { Uploads } from './uploads.js';

/** Files handed over in the browser: guessed, tried, imported, and undone. */
@Controller('import')
@Needs('connect')
@ApiTags('import')
@WholeWorkspace()
export class ImportController {
  constructor(
    private readonly db: DataSource,
    @LongWork() private readonly longWork: DataSource,
    private readonly clock: Clock,
    private readonly uploads: Uploads,
    private readonly imports: Imports,
  ) {}

  @Dear('uploads', 60, 3600)
  @Post()
  @ApiOperation({ operationId: 'openUpload', summary: 'A place for files, kept for a day' })
  @ApiCreatedResponse({ standardSchema: schema.upload })
  async open(@CurrentWorkspace() workspace: Workspace): Promise<z.infer<typeof schema.upload>> {
    if (workspace.sample) throw new ConflictException('This is the sample company. POST /api/session/own opens a workspace of your own.');
    return { id: await this.uploads.open(workspace.id) };
  }

  @Put(':id/file/:name')
  @ApiOperation({ operationId: 'uploadFile', summary: 'One CSV file, as the body' })
  @ApiConsumes('text/csv')
  @ApiOkResponse({ standardSchema: schema.uploaded })
  async file(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: schema.uploadId }) id: string,
    @Param('name', { schema: schema.fileName }) name: string,
    @Req() request: Request,
  ): Promise<z.infer<typeof schema.uploaded>> {
    return { name, bytes: await this.uploads.keep({ workspaceId: workspace.id, id, name }, request) };
  }

  @Post('undo')
  @Noted<z.infer<typeof schema.undoBody>, z.infer<typeof schema.undone>>({
    action: 'import.undone',
    subject: ({ body }) => body.sourceId,
    detail: ({ answer }) => ({ ...answer }),
  })
  @HttpCode(200)
  @ApiOperation({ operationId: 'undoImport', summary: 'Put everything back to what it was before the last import of a source' })
  @ApiOkResponse({ standardSchema: schema.undone })
  async undo(
    @CurrentWorkspace() workspace: Workspace,
    @Body({ schema: schema.undoBody }) { sourceId }: z.infer<typeof schema.undoBody>,
  ): Promise<z.infer<typeof schema.undone>> {
    const known = await undoableImports(this.db, workspace.id);
    if (!known.some((one) => one.sourceId === sourceId)) throw new NotFoundException(`There is no import of "${sourceId}" to undo.`);
    const undone = undoImport(this.longWork, { workspaceId: workspace.id, sourceId, at: this.clock.now() });
    const { removedCount, restoredCount, changedHandoffs } = await undone.catch((error: unknown) => {
      throw error instanceof WorkspaceHeld ? new ConflictException(error.message, { cause: error }) : error;
    });
    return { removedCount, restoredCount, changedHandoffs };
  }

  @Dear('previews', 120, 600)
  @Post(':id/guess')
  @HttpCode(200)
  @ApiOperation({ operationId: 'guessMapping', summary: 'A mapping to start from, guessed from the headers and first rows' })
  @ApiOkResponse({ standardSchema: schema.guessedMapping })
  async guess(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: schema.uploadId }) id: string,
  ): Promise<z.infer<typeof schema.guessedMapping>> {
    const { mapping, notes } = await this.imports.guess(workspace, id);
    return { mapping: { ...mapping }, notes };
  }

  @Dear('previews', 120, 600)
  @Post(':id/preview')
  @HttpCode(200)
  @ApiOperation({ operationId: 'previewImport', summary: 'What an import would do; nothing is written' })
  @ApiOkResponse({ standardSchema: schema.importPreview })
  async preview(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: schema.uploadId }) id: string,
    @Body({ schema: schema.importBody }) { mapping }: z.infer<typeof schema.importBody>,
  ): Promise<schema.ImportPreview> {
    return { files: await this.imports.preview(workspace, id, mapping) };
  }

  @Post(':id')
  @Noted<unknown, schema.ImportState>({ action: 'import.made', subject: ({ answer, params }) => answer.sourceId ?? params.id ?? '' })
  @HttpCode(202)
  @ApiOperation({ operationId: 'importFiles', summary: 'Import the files; GET tells how it goes' })
  @ApiAcceptedResponse({ standardSchema: schema.importState })
  async begin(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: schema.uploadId }) id: string,
    @Body({ schema: schema.importBody }) { mapping }: z.infer<typeof schema.importBody>,
  ): Promise<schema.ImportState> {
    if (this.imports.stateOf(id).state === 'importing') throw new ConflictException('These files are being imported already.');
    await this.imports.begin(workspace, id, mapping);
    return this.imports.stateOf(id);
  }

  @Get('undoable')
  @ApiOperation({ operationId: 'listUndoable', summary: 'The last import of each source of files, which can be undone' })
  @ApiOkResponse({ standardSchema: schema.undoable })
  async undoable(@CurrentWorkspace() workspace: Workspace): Promise<z.infer<typeof schema.undoable>> {
    const imports = await undoableImports(this.db, workspace.id);
    return { imports: imports.map(({ importedAt, ...one }) => ({ ...one, importedAt: importedAt.toISOString() })) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readImport', summary: 'How an import goes' })
  @ApiOkResponse({ standardSchema: schema.importState })
  async state(@CurrentWorkspace() workspace: Workspace, @Param('id', { schema: schema.uploadId }) id: string): Promise<schema.ImportState> {
    await this.uploads.directory(workspace.id, id);
    return this.imports.stateOf(id);
  }
}
