import { Body, Controller, Delete, HttpCode, NotFoundException, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { atTheDoor, type Workspace } from '../../etl/warehouse/index.js';
import { CurrentSignedIn } from '../access/current-signed-in.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { OwnLogin } from '../access/login/own-login.js';
import { assertOtherAdmin } from '../access/member/last-admin.js';
import { assertRulesOver } from '../access/member/rules-over.js';
import { Needs } from '../access/right.js';
import type { SignedIn } from '../access/signed-in.js';
import * as schema from './erasure.schema.js';
import { Erasures } from './erasures.js';

/** The end of a login. */
@Controller('login')
@ApiTags('login')
export class LoginErasureController {
  constructor(
    private readonly db: DataSource,
    private readonly own: OwnLogin,
    private readonly erasures: Erasures,
  ) {}

  @Delete()
  @Needs('membership')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteOwnLogin', summary: 'Delete your login and what is known of you, in every workspace' })
  @ApiNoContentResponse()
  async deleteOwn(
    @CurrentSignedIn() signedIn: SignedIn,
    @Body({ schema: schema.ownDeletion }) { password }: z.infer<typeof schema.ownDeletion>,
  ): Promise<void> {
    const { id } = await this.own.confirmed(signedIn, password, 'password');
    await this.erasures.login(id, { actor: signedIn, allowed: (tx) => assertOthersRule(tx, id) });
  }

  @Delete(':id')
  @Needs('people')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteLogin',
    summary: "Delete a member's login and what is known of them; where they are a member elsewhere you must be an admin there too",
  })
  @ApiNoContentResponse()
  async delete(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.loginId }) id: string,
  ): Promise<void> {
    const members = await atTheDoor(() =>
      this.db.query<unknown[]>('select 1 from member where workspace_id = $1 and login_id = $2', [workspaceId, id]),
    );
    const allowed = async (tx: EntityManager) => {
      await assertRulesOver(tx, id, { workspaceId, signedIn });
      await assertOthersRule(tx, id);
    };
    if (members.length === 0 || !(await this.erasures.login(id, { actor: signedIn, allowed })))
      throw new NotFoundException(`There is no member ${id}. GET /api/member lists them.`);
  }
}

/** In every workspace of which it is an admin. */
async function assertOthersRule(tx: EntityManager, loginId: string): Promise<void> {
  const ruled = await tx.query<{ id: string }[]>(
    `select workspace_id as id from member where login_id = $1 and role = 'admin' order by 1`,
    [loginId],
  );
  for (const { id } of ruled) await assertOtherAdmin(tx, id, loginId);
}
