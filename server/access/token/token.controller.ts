import { Body, ConflictException, Controller, Delete, Get, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { invalid } from '../../http/problem.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import type { SignedIn } from '../signed-in.js';
import * as schema from './token.schema.js';
import { MOST_TOKENS, makeToken, revokeToken, tokensOf } from './tokens.js';

const id = z.uuid();

/** What programs sign in with: made and ended by people only. */
@Controller('token')
@ApiTags('token')
@Needs('membership')
export class TokenController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listTokens', summary: 'Your tokens; those of everybody for who has the right "people"' })
  @ApiOkResponse({ standardSchema: schema.tokens })
  async list(@CurrentWorkspace() { id: workspaceId }: Workspace, @CurrentSignedIn() who: SignedIn): Promise<z.infer<typeof schema.tokens>> {
    const found = await tokensOf(
      this.db,
      { workspaceId, loginId: who.login?.id ?? null, all: who.rights.includes('people') },
      this.clock.now(),
    );
    const mayMake = who.login !== null && who.rights.includes('token');
    return { tokens: found, scopes: mayMake ? schema.SCOPES.filter((scope) => who.rights.includes(scope)) : [] };
  }

  @Post()
  @Needs('token')
  @ApiOperation({ operationId: 'makeToken', summary: 'Make a token for a program; it is answered this once' })
  @ApiCreatedResponse({ standardSchema: schema.madeToken })
  async make(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: schema.newTokenBody }) body: schema.NewToken,
  ): Promise<z.infer<typeof schema.madeToken>> {
    const loginId = actor.login?.id;
    if (!loginId) throw new ConflictException('A token belongs to somebody, and a link is nobody. Make a login of your own first.');
    const beyond = body.scopes.filter((scope) => !actor.rights.includes(scope));
    if (beyond.length > 0) throw invalid([{ path: ['scopes'], message: `holds what you may not do yourself: ${beyond.join(', ')}` }]);
    const now = this.clock.now();
    const made = await this.db.transaction(async (tx) => {
      const one = await makeToken(tx, { workspaceId, loginId }, { body, now });
      if (!one) throw new ConflictException(`You have ${MOST_TOKENS} tokens that work. End one before you make another.`);
      const { name, scopes, visibility, days } = body;
      const detail = { name, prefix: one.prefix, scopes, visibility, days };
      await this.audit.note({ workspaceId, actor, action: 'token.made', subject: one.id, detail }, tx);
      return one;
    });
    const own = await tokensOf(this.db, { workspaceId, loginId, all: false }, now);
    const token = own.find((one) => one.id === made.id);
    if (!token) throw new Error('The token that was just made is not there. Make another.');
    return { token, secret: made.secret };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'revokeToken',
    summary: 'End a token of yours, or anybody\'s with the right "people"; it opens nothing from now on',
  })
  @ApiNoContentResponse()
  async revoke(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: id }) tokenId: string,
  ): Promise<void> {
    const which = { workspaceId, id: tokenId, loginId: actor.login?.id ?? null, anybodys: actor.rights.includes('people') };
    await this.db.transaction(async (tx) => {
      const prefix = await revokeToken(tx, which, this.clock.now());
      if (prefix === null) throw new NotFoundException('You have no such token that works. GET /api/token lists them.');
      await this.audit.note({ workspaceId, actor, action: 'token.revoked', subject: tokenId, detail: { prefix } }, tx);
    });
  }
}
