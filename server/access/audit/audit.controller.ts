import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { Dear } from '../../http/dear.js';
import { Installation } from '../../http/installation.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import type { SignedIn } from '../signed-in.js';
import { ACTIONS, Audit } from './audit.js';
import * as schema from './audit.schema.js';
import { auditEntries } from './entries.js';
import { exportedEntries } from './export-entries.js';
import { verifyAudit } from './verify.js';

const TYPES = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl; charset=utf-8' };

/** What everybody did. */
@Controller('audit')
@ApiTags('audit')
@Needs('audit')
export class AuditController {
  constructor(
    private readonly db: DataSource,
    private readonly installation: Installation,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAudit', summary: 'What was done, the latest first' })
  @ApiOkResponse({ standardSchema: schema.auditPage })
  async list(
    @CurrentWorkspace() { id }: Workspace,
    @Query({ schema: schema.auditQuery }) query: z.infer<typeof schema.auditQuery>,
  ): Promise<z.infer<typeof schema.auditPage>> {
    const found = await auditEntries(this.db, id, { ...query, limit: query.limit + 1 });
    const entries = found.slice(0, query.limit);
    return { entries, next: found.length > query.limit ? (entries.at(-1)?.number ?? null) : null, actions: [...ACTIONS] };
  }

  @Dear('exports', 60, 600)
  @Get('export')
  @ApiOperation({ operationId: 'exportAudit', summary: 'The same as a file: JSON, an entry a line, or CSV' })
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ description: 'Entries, the latest first' })
  async export(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Query({ schema: schema.auditExportQuery }) query: z.infer<typeof schema.auditExportQuery>,
    @Res() response: Response,
  ): Promise<void> {
    await this.audit.note({ workspaceId, actor, action: 'audit.exported', detail: { format: query.format } });
    response.setHeader('Content-Type', TYPES[query.format]);
    response.setHeader('Content-Disposition', `attachment; filename="audit.${query.format}"`);
    await pipeline(Readable.from(exportedEntries(this.db, workspaceId, query)), response).catch(ofOneWhoLeft);
  }

  @Dear('verifications', 20, 600)
  @Get('verify')
  @ApiOperation({ operationId: 'verifyAudit', summary: 'Whether each entry is as it was written and none is missing' })
  @ApiOkResponse({ standardSchema: schema.auditVerified })
  async verify(@CurrentWorkspace() { id }: Workspace): Promise<z.infer<typeof schema.auditVerified>> {
    const { entryCount, number, hash, fault } = await verifyAudit(this.db, id, this.installation.secretKey);
    return { entryCount, number, hash, fault };
  }
}

function ofOneWhoLeft(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
}
