import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { pageQuery } from '../handoff/handoff.schema.js';
import { Installation } from '../http/installation.js';
import { findMail, listMails } from './mails.js';
import { partsOf } from './outbox.js';
import { type MailParts, mailParts, mailsAnswer } from './report.schema.js';

/** `<slot>_<id>` of the last mail of the page before. */
const SAYS = 'Give the `next` of the page before.';

const mailsQuery = pageQuery.extend({
  after: z
    .string()
    .regex(/^[^_]{1,40}_[0-9a-f]{32}$/, SAYS)
    .refine((cursor) => !cursor.startsWith('0000') && z.iso.datetime().safeParse(cursor.split('_')[0]).success, SAYS)
    .optional(),
});

@ApiTags('report')
@Controller('mail')
@WholeWorkspace()
export class MailController {
  constructor(
    private readonly db: DataSource,
    private readonly installation: Installation,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: mailsAnswer, description: 'What went to whom, newest first' })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @Query({ schema: mailsQuery }) query: z.infer<typeof mailsQuery>,
  ): Promise<z.infer<typeof mailsAnswer>> {
    return listMails(this.db, workspace.id, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: mailParts, description: 'One mail as it was written to the outbox' })
  async one(@CurrentWorkspace() workspace: Workspace, @Param('id', { schema: z.string().max(64) }) id: string): Promise<MailParts> {
    const mail = await findMail(this.db, workspace.id, id);
    if (!mail) throw new NotFoundException(`No mail ${id}. The list of mails is at /api/mail.`);
    return partsOf(this.installation.dataDirectory, mail);
  }
}
