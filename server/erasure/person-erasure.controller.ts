import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentSignedIn } from '../access/current-signed-in.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import type { SignedIn } from '../access/signed-in.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import * as schema from './erasure.schema.js';
import { Erasures } from './erasures.js';
import { knownPeople, MOST_FOUND } from './known-people.js';

/** People known from the sources, who may ask to be forgotten. */
@Controller('erasure')
@ApiTags('erasure')
@Needs('people')
@WholeWorkspace()
export class PersonErasureController {
  constructor(
    private readonly db: DataSource,
    private readonly erasures: Erasures,
  ) {}

  @Get('person')
  @ApiOperation({ operationId: 'findPerson', summary: 'People known from the sources, by their address or name' })
  @ApiOkResponse({ standardSchema: schema.foundPeople })
  async find(
    @CurrentWorkspace() { id }: Workspace,
    @Query({ schema: schema.personSearch }) { words }: z.infer<typeof schema.personSearch>,
  ): Promise<z.infer<typeof schema.foundPeople>> {
    return { people: await knownPeople(this.db, id, words), most: MOST_FOUND };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'erasePerson',
    summary: 'Take somebody known from the sources out of all facts, so that no later sync brings them back',
  })
  @ApiOkResponse({ standardSchema: schema.erased })
  async erase(
    @CurrentWorkspace() { id }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: schema.erasure }) { email, preview }: z.infer<typeof schema.erasure>,
  ): Promise<z.infer<typeof schema.erased>> {
    return { preview, ...(await this.erasures.person(id, { email, preview, actor })) };
  }
}
