import { BadRequestException, Controller, HttpCode, Param, Post, Req, UnauthorizedException } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Public } from '../access/public.js';
import { Installation } from '../http/installation.js';
import { Webhooks } from './webhooks.js';

const id = z.string().min(1).max(200);

/** Where vendors say that something changed. Who is not believed learns nothing: not even whether there is such a source. */
@Controller('webhook')
@ApiTags('webhook')
@Public()
export class WebhookController {
  constructor(
    private readonly installation: Installation,
    private readonly webhooks: Webhooks,
  ) {}

  @Post(':workspaceId/:sourceId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'receiveWebhook', summary: "A vendor's signed message; what it names is read soon after" })
  @ApiNoContentResponse()
  async receive(
    @Param('workspaceId', { schema: id }) workspaceId: string,
    @Param('sourceId', { schema: id }) sourceId: string,
    @Req() request: Request,
  ): Promise<void> {
    const received = {
      method: request.method,
      publicUri: this.installation.publicUrl + request.originalUrl,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])),
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    };
    const heard = await this.webhooks.hear({ workspaceId, sourceId }, received);
    if (heard === 'not believed') throw new UnauthorizedException('This is not signed by a vendor that we know at this address.');
    if (heard === 'not understood') throw new BadRequestException('The message is signed, but not as its vendor documents it.');
  }
}
