import { Body, ConflictException, Controller, Get, HttpCode, NotFoundException, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { Counter } from '../counting/counter.js';
import type { JsonAnswer } from '../counting/json-answer.js';
import { EVERYTHING } from '../handoff/visibility.js';
import { Clock } from '../http/clock.js';
import { Dear } from '../http/dear.js';
import { checkedDefinition } from './check-definition.js';
import type { Definition } from './definition.js';
import * as schema from './definition.schema.js';
import { definitionOf } from './definition-of.js';
import { Derivations } from './derivations.js';
import { differencesOf } from './difference.js';
import { knownTo } from './known.js';
import { previewDefinition } from './preview-definition.js';
import { readDefinition } from './read-definition.js';
import { NothingDecided, StaleDefinition, saveDefinition } from './save-definition.js';
import { warningsOf } from './warnings.js';

type Decision = z.infer<typeof schema.decision>;
type Restoration = z.infer<typeof schema.restoration>;

const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

/** What the numbers mean: read, tried beside what holds, decided, and taken back. */
@Controller('definition')
@ApiTags('definition')
@WholeWorkspace()
export class DefinitionController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly counter: Counter,
    private readonly derivations: Derivations,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'readDefinition', summary: 'What the numbers mean, its versions, and what it can name' })
  @ApiOkResponse({ standardSchema: schema.definitionAnswer })
  read(@CurrentWorkspace() workspace: Workspace): Promise<schema.DefinitionAnswer> {
    return readDefinition(this.db, workspace);
  }

  @Dear('previews', 120, 600)
  @Post('preview')
  @Needs('define')
  @HttpCode(200)
  @ApiOperation({ operationId: 'previewDefinition', summary: 'Every number by the definition in force and by another; nothing is changed' })
  @ApiOkResponse({ standardSchema: schema.previewAnswer })
  async preview(
    @CurrentWorkspace() workspace: Workspace,
    @Body({ schema: schema.wantedDefinition }) { definition }: z.infer<typeof schema.wantedDefinition>,
  ): Promise<JsonAnswer<schema.PreviewAnswer>> {
    const wanted = checkedDefinition(definition, await knownTo(this.db, workspace));
    return this.counter.ask(previewDefinition, { workspace, query: { wanted }, visibility: EVERYTHING });
  }

  @Put()
  @Needs('define')
  @Noted<Decision, schema.Decided>({
    action: 'definition.changed',
    subject: ({ answer }) => String(answer.version),
    detail: ({ body, answer }) => ({ from: body.from, note: body.note, changes: answer.changes }),
  })
  @ApiOperation({
    operationId: 'decideDefinition',
    summary: 'Keep a definition as the next version; where its rules differ, handoffs are derived anew',
  })
  @ApiOkResponse({ standardSchema: schema.decided })
  async decide(
    @CurrentWorkspace() workspace: Workspace,
    @Body({ schema: schema.decision }) { definition, ...decision }: Decision,
  ): Promise<schema.Decided> {
    const known = await knownTo(this.db, workspace);
    const wanted = checkedDefinition(definition, known);
    return { ...(await this.save(workspace, wanted, decision)), warnings: warningsOf(wanted, known) };
  }

  @Post(':version/restore')
  @Noted<Restoration, schema.Decided>({
    action: 'definition.restored',
    subject: ({ answer }) => String(answer.version),
    detail: ({ params, body, answer }) => ({ restored: params.version ?? null, note: body.note, changes: answer.changes }),
  })
  @Needs('define')
  @HttpCode(200)
  @ApiOperation({ operationId: 'restoreDefinition', summary: 'Decide again what an older version says, as the next version' })
  @ApiOkResponse({ standardSchema: schema.decided })
  async restore(
    @CurrentWorkspace() workspace: Workspace,
    @Param('version', { schema: versionNumber }) version: number,
    @Body({ schema: schema.restoration }) restoration: Restoration,
  ): Promise<schema.Decided> {
    const older = await definitionOf(this.db, workspace.id, version);
    if (!older) throw new NotFoundException(`There is no version ${version} of the definitions. GET /api/definition lists them.`);
    const known = await knownTo(this.db, workspace);
    return { ...(await this.save(workspace, older.definition, restoration)), warnings: warningsOf(older.definition, known) };
  }

  private async save(
    workspace: Workspace,
    definition: Definition,
    { from, note, by }: Restoration,
  ): Promise<Omit<schema.Decided, 'warnings'>> {
    const before = await definitionOf(this.db, workspace.id, from);
    try {
      const version = await saveDefinition(this.db, workspace.id, { definition, from, note, by: by ?? null, at: this.clock.now() });
      const changes = before ? differencesOf(before.definition, definition).map(({ words }) => words) : [];
      return { version, changes, applied: await this.derivations.apply(workspace.id) };
    } catch (error) {
      if (error instanceof StaleDefinition || error instanceof NothingDecided) throw new ConflictException(error.message);
      throw error;
    }
  }
}
