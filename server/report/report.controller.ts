import { BadRequestException, Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { moment } from '../handoff/as-of.js';
import { Clock } from '../http/clock.js';
import { Dear } from '../http/dear.js';
import { distinctAddresses } from './address.js';
import { Postman } from './postman.js';
import { type ReportBody, report, reportBody, reportsAnswer, sendBody, sentAnswer } from './report.schema.js';
import { findReport, listReports, putReport } from './reports.js';
import { slotByHand } from './slot.js';

@ApiTags('report')
@Controller('report')
@WholeWorkspace()
export class ReportController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly postman: Postman,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: reportsAnswer, description: 'The scheduled reports, each with its next slot and its newest mail' })
  async list(@CurrentWorkspace() workspace: Workspace): Promise<z.infer<typeof reportsAnswer>> {
    return { reports: await listReports(this.db, workspace.id, this.clock.now()), transport: this.postman.transport };
  }

  @Put(':id')
  @Noted<ReportBody, z.infer<typeof report>>({
    action: 'report.changed',
    subject: ({ answer }) => answer.id,
    detail: ({ answer }) => ({ name: answer.name, recipients: answer.recipients, active: answer.active }),
  })
  @Needs('report')
  @ApiOkResponse({ standardSchema: report, description: 'The report as it was saved; an id of your own makes a new one' })
  put(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reportBody }) body: ReportBody,
  ): Promise<z.infer<typeof report>> {
    return putReport(this.db, { workspaceId: workspace.id, id }, { body, now: this.clock.now() });
  }

  @Dear('mails', 30, 3600)
  @Post(':id/send')
  @Noted<unknown, z.infer<typeof sentAnswer>>({
    action: 'report.sent',
    subject: ({ params }) => params.id ?? '',
    detail: ({ answer }) => ({ slot: answer.slot, recipients: answer.mails.map(({ recipient }) => recipient) }),
  })
  @Needs('report')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: sentAnswer, description: 'What became of it; asking twice within a minute sends once' })
  async send(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: sendBody }) body: z.infer<typeof sendBody>,
  ): Promise<z.infer<typeof sentAnswer>> {
    const found = await findReport(this.db, workspace.id, id);
    if (!found) throw new NotFoundException(`No report ${id}. The list of reports is at /api/report.`);
    const recipients = body.to ?? found.recipients;
    if (!recipients.length) throw new BadRequestException(`"${found.name}" has no recipients: add one, or say to whom in "to".`);
    const now = this.clock.now();
    const slot = body.asOf ? moment(body.asOf, now) : slotByHand(now);
    const mails = await this.postman.sendNow(workspace, found, { recipients: distinctAddresses(recipients), slot });
    return { slot: slot.toISOString(), mails };
  }
}
