import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Put,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { sourceKindOf } from '../../etl/sync/open-source.js';
import { previewMapping } from '../../etl/sync/preview-mapping.js';
import { Source, type Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { Clock } from '../http/clock.js';
import { Dear } from '../http/dear.js';
import { Installation } from '../http/installation.js';
import { fieldsSeen } from './fields-seen.js';
import * as schema from './mapping.schema.js';
import { mappingSchemaOf, mappingVersions, saveMapping } from './mappings.js';
import { saying } from './saying.js';
import { sourceId } from './source.schema.js';
import { Syncs } from './syncs.js';

/** Records of each stream that a preview tries, and that it shows. */
const TRIED = 200;
const SHOWN = 20;

/** What the fields of a source mean: seen on real records, tried on them, and changed without asking the vendor again. */
@Controller('source/:id/mapping')
@Needs('connect')
@ApiTags('source')
@WholeWorkspace()
export class MappingController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly syncs: Syncs,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'readMapping', summary: 'What the fields of a source mean, its versions, and the fields that were seen' })
  @ApiOkResponse({ standardSchema: schema.mappingAnswer })
  async read(@CurrentWorkspace() workspace: Workspace, @Param('id', { schema: sourceId }) id: string): Promise<schema.MappingAnswer> {
    const { row, wire } = await this.mapped(workspace, id);
    const of = { workspaceId: workspace.id, sourceId: id };
    const [versions, streams] = await Promise.all([mappingVersions(this.db, of), fieldsSeen(this.db, workspace.id, id)]);
    return {
      mapping: wire.parse(row.settings.mapping ?? {}) as Record<string, unknown>,
      schema: z.toJSONSchema(wire, { io: 'input', unrepresentable: 'any' }),
      versions: versions.map(({ version, savedAt, appliedAt, mapping }) => ({
        ...{ version, savedAt: savedAt.toISOString(), appliedAt: appliedAt?.toISOString() ?? null },
        mapping: mapping as Record<string, unknown>,
      })),
      streams,
    };
  }

  @Dear('previews', 120, 600)
  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewMapping',
    summary: 'What the records last read would give under another mapping; nothing is changed',
  })
  @ApiOkResponse({ standardSchema: schema.mappingPreview })
  async preview(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: sourceId }) id: string,
    @Body({ schema: schema.mappingBody }) { mapping }: z.infer<typeof schema.mappingBody>,
  ): Promise<schema.MappingPreview> {
    const { row, wire } = await this.mapped(workspace, id);
    assertMapping(wire, mapping);
    const { secretKey } = this.installation;
    const settings = { ...row.settings, mapping };
    const previews = await saying(() =>
      previewMapping(this.db, { workspaceId: workspace.id, source: row, settings, secretKey, limit: TRIED }),
    );
    return {
      streams: previews.map(({ records, ...counts }) => ({
        ...counts,
        recordCount: records.length,
        records: [...records].sort((a, b) => Number(b.changed) - Number(a.changed)).slice(0, SHOWN),
      })),
    };
  }

  @Put()
  @Noted<unknown, schema.MappingSaved>({
    action: 'mapping.changed',
    subject: ({ params }) => params.id ?? '',
    detail: ({ answer }) => ({ version: answer.version }),
  })
  @HttpCode(202)
  @ApiOperation({ operationId: 'changeMapping', summary: 'Keep a mapping as a new version, and read the stored records by it' })
  @ApiAcceptedResponse({ standardSchema: schema.mappingSaved })
  async change(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: sourceId }) id: string,
    @Body({ schema: schema.mappingBody }) { mapping }: z.infer<typeof schema.mappingBody>,
  ): Promise<schema.MappingSaved> {
    const { wire } = await this.mapped(workspace, id);
    assertMapping(wire, mapping);
    const of = { workspaceId: workspace.id, sourceId: id };
    const version = await saveMapping(this.db, of, { mapping, at: this.clock.now() });
    this.syncs.begin({ ...of, trigger: 'mapping' });
    return { version, applied: false };
  }

  private async mapped(workspace: Workspace, id: string): Promise<{ row: Source; wire: z.ZodType }> {
    const row = await this.db.getRepository(Source).findOneBy({ workspaceId: workspace.id, id });
    if (!row) throw new NotFoundException(`There is no source "${id}". GET /api/source lists them.`);
    const kind = sourceKindOf(row.kind);
    const wire = kind && !kind.byHand ? mappingSchemaOf(kind) : null;
    if (!wire) throw new ConflictException(`${row.name} is mapped by the file it is handed over with. Hand it over again with another.`);
    return { row, wire };
  }
}

/** A field nobody knows is a slip of the pen, which would silently map nothing. */
function assertMapping(wire: z.ZodType, mapping: Record<string, unknown>): void {
  const strict = wire instanceof z.ZodObject ? wire.strict() : wire instanceof z.ZodPrefault ? innerOf(wire) : wire;
  const parsed = strict.safeParse(mapping);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  const path = ['mapping', ...(issue?.path ?? [])].join('.');
  throw new BadRequestException(`${path}: ${issue?.message ?? 'is not a mapping'}.`);
}

function innerOf(wire: z.ZodPrefault): z.ZodType {
  const inner = wire.unwrap() as z.ZodType;
  return inner instanceof z.ZodObject ? inner.strict() : inner;
}
