import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Put,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { openCredentials } from '../../etl/sync/credentials.js';
import { forgetSource } from '../../etl/sync/forget-source.js';
import { sourceKindOf } from '../../etl/sync/open-source.js';
import { RunInProgress } from '../../etl/sync/run-in-progress.js';
import { Source, type Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { Held } from '../erasure/hold.js';
import { Clock } from '../http/clock.js';
import { Dear } from '../http/dear.js';
import { Installation } from '../http/installation.js';
import { LongWork } from '../http/long-work.js';
import { connectSource, type ToConnect, testConnection } from './connect.js';
import * as schema from './connect.schema.js';
import { nextRun } from './next-run.js';
import { saying } from './saying.js';
import { slug } from './slug.js';
import { sourceId } from './source.schema.js';
import { sourceKinds } from './source-kinds.js';

/** Connecting tools: what kinds there are, what they must be told, and whether what was told is right. */
@Controller('source')
@Needs('connect')
@ApiTags('source')
export class ConnectController {
  constructor(
    private readonly db: DataSource,
    @LongWork() private readonly longWork: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
  ) {}

  @Get('kind')
  @ApiOperation({ operationId: 'listSourceKinds', summary: 'Kinds of sources, and what each must be told' })
  @ApiOkResponse({ standardSchema: schema.sourceKinds })
  kinds(): schema.SourceKinds {
    return sourceKinds();
  }

  @Dear('connection tests', 60, 600)
  @Post()
  @Noted<schema.NewSource, schema.SourceSettings>({
    action: 'source.connected',
    subject: ({ answer }) => answer.id,
    detail: ({ answer: { kind, name, schedule, hasCredentials } }) => ({ kind, name, schedule, hasCredentials }),
  })
  @ApiOperation({ operationId: 'connectSource', summary: 'Test a connection and keep it; its secrets are sealed and never answered' })
  @ApiCreatedResponse({ standardSchema: schema.sourceSettings })
  async connect(
    @CurrentWorkspace() workspace: Workspace,
    @Body({ schema: schema.newSource }) body: schema.NewSource,
  ): Promise<schema.SourceSettings> {
    assertOwn(workspace);
    const kind = connectable(body.kind);
    const name = body.name ?? kind.name;
    const id = slug(name);
    if (id === null) throw new BadRequestException(`name: "${name}" holds no letter or digit that an id could be made of.`);
    if (await this.find(workspace, id)) throw new ConflictException(`There is a source "${id}" already. Give this one another name.`);
    await this.keep(workspace, { ...body, id, name, credentials: body.credentials ?? undefined });
    return this.settings(workspace, id);
  }

  @Get(':id/settings')
  @ApiOperation({ operationId: 'readSourceSettings', summary: 'What a source was told, without its secrets' })
  @ApiOkResponse({ standardSchema: schema.sourceSettings })
  async settings(@CurrentWorkspace() workspace: Workspace, @Param('id', { schema: sourceId }) id: string): Promise<schema.SourceSettings> {
    const { kind, name, settings, schedule, credentials } = await this.get(workspace, id);
    const hook = `${this.installation.publicUrl}/api/webhook/${workspace.id}/${encodeURIComponent(id)}`;
    const webhookUrl = sourceKindOf(kind)?.webhook ? hook : null;
    return { id, kind, name, settings, schedule, hasCredentials: credentials !== null, webhookUrl };
  }

  @Put(':id/settings')
  @Noted<schema.SourceChange, schema.SourceSettings>({
    action: 'source.changed',
    subject: ({ answer }) => answer.id,
    detail: ({ body, answer: { name, schedule } }) => ({ changed: Object.keys(body), name, schedule }),
  })
  @ApiOperation({ operationId: 'changeSource', summary: 'Change what a source was told; tested before it is kept' })
  @ApiOkResponse({ standardSchema: schema.sourceSettings })
  async change(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: sourceId }) id: string,
    @Body({ schema: schema.sourceChange }) body: schema.SourceChange,
  ): Promise<schema.SourceSettings> {
    assertOwn(workspace);
    const row = await this.get(workspace, id);
    connectable(row.kind);
    if (body.settings && 'mapping' in body.settings)
      throw new BadRequestException(`settings: what fields mean is changed at /api/source/${id}/mapping, after a preview.`);
    const { mapping } = row.settings;
    const settings = body.settings ? { ...body.settings, ...(mapping === undefined ? {} : { mapping }) } : row.settings;
    const { name = row.name, schedule = row.schedule } = body;
    const credentials = body.credentials ?? this.credentialsOf(row);
    await this.keep(workspace, { id, kind: row.kind, name, settings, credentials, schedule });
    return this.settings(workspace, id);
  }

  @Dear('connection tests', 60, 600)
  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ operationId: 'testSource', summary: 'Ask the tool whether credentials and permissions still hold' })
  @ApiOkResponse({ standardSchema: schema.tested })
  async test(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: sourceId }) id: string,
  ): Promise<z.infer<typeof schema.tested>> {
    const row = await this.get(workspace, id);
    const wanted = { id, kind: row.kind, name: row.name, settings: row.settings, credentials: this.credentialsOf(row) };
    await saying(() => testConnection(wanted, { now: () => this.clock.now(), signal: AbortSignal.timeout(90_000) }));
    return { ok: true };
  }

  @Delete(':id')
  @Noted({ action: 'source.removed', subject: ({ params }) => params.id ?? '' })
  @ApiOperation({ operationId: 'forgetSource', summary: 'Disconnect a source and delete all that was read from it' })
  @ApiOkResponse({ standardSchema: schema.forgotten })
  async forget(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: sourceId }) id: string,
  ): Promise<z.infer<typeof schema.forgotten>> {
    assertOwn(workspace);
    if (workspace.holdReason !== null) throw new Held(workspace.name, workspace.holdReason);
    const { name } = await this.get(workspace, id);
    try {
      return await forgetSource(this.longWork, { workspaceId: workspace.id, sourceId: id, at: this.clock.now() });
    } catch (cause) {
      if (!(cause instanceof RunInProgress)) throw cause;
      throw new ConflictException(`${name} is being read. Stop that run first: POST /api/source/${id}/cancel.`, { cause });
    }
  }

  private async keep(workspace: Workspace, wanted: ToConnect): Promise<void> {
    if (wanted.schedule !== null) assertSchedule(wanted.schedule, workspace.timeZone, this.clock.now());
    const { secretKey } = this.installation;
    const signal = AbortSignal.timeout(90_000);
    await saying(() => connectSource(this.db, workspace, { wanted, secretKey, now: () => this.clock.now(), signal }));
  }

  private find(workspace: Workspace, id: string): Promise<Source | null> {
    return this.db.getRepository(Source).findOneBy({ workspaceId: workspace.id, id });
  }

  private async get(workspace: Workspace, id: string): Promise<Source> {
    const row = await this.find(workspace, id);
    if (!row) throw new NotFoundException(`There is no source "${id}". GET /api/source lists them.`);
    return row;
  }

  private credentialsOf({ workspaceId, id, credentials }: Source): unknown {
    if (credentials === null) return undefined;
    return openCredentials(credentials, { key: this.installation.secretKey, workspaceId, sourceId: id });
  }
}

function assertOwn(workspace: Workspace): void {
  if (!workspace.sample) return;
  throw new ConflictException('This is the sample company, whose tools are fixed. POST /api/session/own opens a workspace of your own.');
}

function connectable(kind: string) {
  const found = sourceKindOf(kind);
  if (!found) throw new BadRequestException(`kind: there is no "${kind}". GET /api/source/kind lists them.`);
  if (found.byHand) throw new ConflictException(`${found.name} are not connected: they are handed over, by an import or a command.`);
  return found;
}

function assertSchedule(schedule: string, timeZone: string, now: Date): void {
  try {
    nextRun(schedule, timeZone, now);
  } catch (cause) {
    throw new BadRequestException(`schedule: "${schedule}" is no cron expression. "*/15 * * * *" is every quarter of an hour.`, { cause });
  }
}
