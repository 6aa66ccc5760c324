import { Body, Controller, Delete, Get, HttpCode, NotFoundException, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { deriveHandoffs } from '../../etl/handoff/derive.js';
import { decide, type Episode, takeBack } from '../../etl/handoff/repeat/verdict.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { Counter } from '../counting/counter.js';
import type { JsonAnswer } from '../counting/json-answer.js';
import type { Visibility } from '../handoff/visibility.js';
import { Clock } from '../http/clock.js';
import { Dear } from '../http/dear.js';
import { LongWork } from '../http/long-work.js';
import { scopeQuery } from '../kpi/kpi.schema.js';
import type { ScopeQuery } from '../kpi/question.js';
import { mayDecide } from './may-decide.js';
import * as schema from './repeat.schema.js';
import { repeatCovered, repeatEpisodes, repeatTried } from './repeat-questions.js';

type VerdictAnswer = z.infer<typeof schema.verdictAnswer>;

/** What customers had to say again: shown with its evidence, confirmed and dismissed by people, and tried with other rules. */
@ApiTags('repeat')
@Controller('repeat')
export class RepeatController {
  constructor(
    private readonly db: DataSource,
    @LongWork() private readonly longWork: DataSource,
    private readonly counter: Counter,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOkResponse({
    standardSchema: schema.repeatAnswer,
    description: 'Episodes of repeated information with their evidence, the latest first',
  })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: schema.repeatQuery }) query: schema.RepeatQuery,
  ): Promise<JsonAnswer<schema.RepeatAnswer>> {
    return this.counter.ask(repeatEpisodes, { workspace, query, visibility });
  }

  @Get('coverage')
  @ApiOkResponse({
    standardSchema: schema.repeatCoverage,
    description: 'In how many handoffs anything could have been found, and in which languages',
  })
  coverage(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: scopeQuery }) query: ScopeQuery,
  ): Promise<JsonAnswer<schema.RepeatCoverage>> {
    return this.counter.ask(repeatCovered, { workspace, query, visibility });
  }

  @Dear('previews', 120, 600)
  @Post('try')
  @Needs('read')
  @HttpCode(200)
  @ApiOkResponse({
    standardSchema: schema.tryAnswer,
    description: 'What other rules would find in the latest messages; nothing is changed',
  })
  try(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: scopeQuery }) query: ScopeQuery,
    @Body({ schema: schema.tryBody }) body: schema.TryBody,
  ): Promise<JsonAnswer<schema.TryAnswer>> {
    return this.counter.ask(repeatTried, { workspace, query: { ...query, ...body }, visibility });
  }

  @Post('verdict')
  @Noted<z.infer<typeof schema.verdictBody>, VerdictAnswer>({
    action: 'verdict.given',
    subject: ({ body }) => body.factId,
    detail: ({ body, answer }) => ({ sourceId: body.sourceId, verdict: body.verdict, ...answer }),
  })
  @Needs('judge')
  @HttpCode(200)
  @ApiOkResponse({
    standardSchema: schema.verdictAnswer,
    description: 'Confirm or dismiss an episode; it outlives every sync and every rule',
  })
  async decide(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Body({ schema: schema.verdictBody }) { verdict, ...named }: z.infer<typeof schema.verdictBody>,
  ): Promise<VerdictAnswer> {
    const episode = { workspaceId: workspace.id, ...named };
    const known = (await mayDecide(this.db, episode, visibility)) && (await decide(this.db, episode, { verdict, at: this.clock.now() }));
    return this.derived(episode, known);
  }

  @Delete('verdict')
  @Noted<unknown, VerdictAnswer>({
    action: 'verdict.withdrawn',
    subject: ({ query }) => query.factId ?? '',
    detail: ({ query, answer }) => ({ sourceId: query.sourceId ?? null, ...answer }),
  })
  @Needs('judge')
  @ApiOkResponse({ standardSchema: schema.verdictAnswer, description: 'Leave an episode to the rules again' })
  async takeBack(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: schema.episodeBody }) named: z.infer<typeof schema.episodeBody>,
  ): Promise<VerdictAnswer> {
    const episode = { workspaceId: workspace.id, ...named };
    const known = (await mayDecide(this.db, episode, visibility)) && (await takeBack(this.db, episode));
    return this.derived(episode, known);
  }

  private async derived({ workspaceId, sourceId, factId }: Episode, known: boolean): Promise<VerdictAnswer> {
    if (!known) throw new NotFoundException(`There is no such episode: "${factId}" of "${sourceId}". GET /api/repeat lists them.`);
    const { changed } = await deriveHandoffs(this.longWork, workspaceId, { at: this.clock.now(), cause: { kind: 'verdict' } });
    return { changedHandoffs: changed };
  }
}
