import { Body, Controller, Delete, Get, NotFoundException, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { deriveHandoffs } from '../../etl/handoff/derive.js';
import { placeByHand, unplace } from '../../etl/handoff/place-by-hand.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { Clock } from '../http/clock.js';
import { LongWork } from '../http/long-work.js';
import { companyOf, findAccounts } from './accounts.js';
import * as schema from './match.schema.js';
import { placementsOf } from './placements.js';
import { unmatchedOf } from './unmatched.js';

type Placed = z.infer<typeof schema.placed>;

/** Which account something belongs to: what no rule could tell, and what a person decided. */
@Controller('match')
@Needs('connect')
@ApiTags('match')
@WholeWorkspace()
export class MatchController {
  constructor(
    private readonly db: DataSource,
    @LongWork() private readonly longWork: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get('unmatched')
  @ApiOperation({ operationId: 'listUnmatched', summary: 'Tickets, subscriptions and responses that lead to no known account' })
  @ApiOkResponse({ standardSchema: schema.unmatchedList })
  unmatched(
    @CurrentWorkspace() workspace: Workspace,
    @Query({ schema: schema.unmatchedQuery }) query: z.infer<typeof schema.unmatchedQuery>,
  ): Promise<schema.UnmatchedList> {
    return unmatchedOf(this.db, workspace.id, query);
  }

  @Get()
  @ApiOperation({ operationId: 'listPlacements', summary: 'What people have placed by hand, the latest first' })
  @ApiOkResponse({ standardSchema: schema.placements })
  placements(
    @CurrentWorkspace() workspace: Workspace,
    @Query({ schema: schema.unmatchedQuery }) query: z.infer<typeof schema.unmatchedQuery>,
  ): Promise<schema.Placements> {
    return placementsOf(this.db, workspace.id, query);
  }

  @Get('account')
  @ApiOperation({ operationId: 'findAccounts', summary: 'Accounts by a part of their name or domain' })
  @ApiOkResponse({ standardSchema: schema.accountsFound })
  accounts(
    @CurrentWorkspace() workspace: Workspace,
    @Query({ schema: schema.accountSearch }) query: z.infer<typeof schema.accountSearch>,
  ): Promise<schema.AccountsFound> {
    return findAccounts(this.db, workspace.id, query);
  }

  @Put()
  @Noted<schema.Placement, Placed>({
    action: 'match.made',
    subject: ({ body }) => `${body.sourceId} ${body.kind} ${body.externalId}`,
    detail: ({ body, answer }) => ({ accountId: body.accountId, ...answer }),
  })
  @ApiOperation({ operationId: 'place', summary: 'Place something with an account, or apart; it outlives every sync' })
  @ApiOkResponse({ standardSchema: schema.placed })
  async place(
    @CurrentWorkspace() workspace: Workspace,
    @Body({ schema: schema.placement }) { accountId, ...what }: schema.Placement,
  ): Promise<z.infer<typeof schema.placed>> {
    const to = accountId === null ? null : await companyOf(this.db, workspace.id, accountId);
    const known = await placeByHand(this.db, { workspaceId: workspace.id, ...what }, { to, at: this.clock.now() });
    if (!known) throw new NotFoundException(`The source "${what.sourceId}" holds no ${what.kind} "${what.externalId}".`);
    return this.derive(workspace);
  }

  @Delete()
  @Noted<unknown, Placed>({
    action: 'match.removed',
    subject: ({ query }) => `${query.sourceId} ${query.kind} ${query.externalId}`,
    detail: ({ answer }) => ({ ...answer }),
  })
  @ApiOperation({ operationId: 'unplace', summary: 'Leave something to the rules again' })
  @ApiOkResponse({ standardSchema: schema.placed })
  async unplace(
    @CurrentWorkspace() workspace: Workspace,
    @Query({ schema: schema.placeableQuery }) what: z.infer<typeof schema.placeableQuery>,
  ): Promise<z.infer<typeof schema.placed>> {
    const known = await unplace(this.db, { workspaceId: workspace.id, ...what });
    if (!known) throw new NotFoundException(`Nobody has placed the ${what.kind} "${what.externalId}" of "${what.sourceId}".`);
    return this.derive(workspace);
  }

  private async derive(workspace: Workspace): Promise<z.infer<typeof schema.placed>> {
    const { changed } = await deriveHandoffs(this.longWork, workspace.id, { cause: { kind: 'match' } });
    return { changedHandoffs: changed };
  }
}
