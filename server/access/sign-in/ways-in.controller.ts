import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Installation } from '../../http/installation.js';
import { Public } from '../public.js';
import { waysIn } from './sign-in.schema.js';

/** Its path says /api itself: at `sign-in` without it the printed link ends. */
@Controller('api/sign-in')
@ApiTags('sign-in')
@Public()
export class WaysInController {
  constructor(private readonly installation: Installation) {}

  @Get()
  @ApiOperation({ operationId: 'readWaysIn', summary: 'How one can sign in here' })
  @ApiOkResponse({ standardSchema: waysIn })
  read(): z.infer<typeof waysIn> {
    const { passwords, provider } = this.installation.entrance;
    return { password: passwords, provider: provider && { name: provider.name } };
  }
}
