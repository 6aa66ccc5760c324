import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { Audit, type Deed, INSTALLATION } from '../access/audit/audit.js';
import { ERASING, eraseEntries } from '../access/audit/erase-entries.js';
import { Counter } from '../counting/counter.js';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { Log } from '../http/log.js';
import { type DeletedLogin, deleteLogin } from './delete-login.js';
import { clearEnded, endWorkspace } from './end-workspace.js';
import { type ErasedRows, erasePerson, foundNothing, previewErasure } from './erase-person.js';
import { mailsTo, removeMails } from './files-of-workspace.js';
import { Keeper } from './keeper.js';

/** Deletes workspaces and people, and goes on with what a stop has broken off. */
@Injectable()
export class Erasures implements OnApplicationBootstrap, OnModuleDestroy {
  private clearing: Promise<void> = Promise.resolve();

  constructor(
    private readonly keeper: Keeper,
    private readonly installation: Installation,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly counter: Counter,
    @Log() private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.goOn();
  }

  onModuleDestroy(): Promise<void> {
    return this.clearing;
  }

  /** It is closed when this settles; its rows and files go behind it. False when there is none. */
  async workspace(workspaceId: string, actor: Deed['actor']): Promise<boolean> {
    // Named by its id alone, in the log of the installation: its own goes with it, and a name would stay.
    const note = (tx: EntityManager) =>
      this.audit.note({ workspaceId: INSTALLATION, action: 'workspace.deleted', actor, subject: workspaceId }, tx);
    const ended = await endWorkspace(this.keeper, { workspaceId, now: this.clock.now(), note });
    this.counter.forget();
    this.goOn();
    return ended;
  }

  async login(loginId: string, asked: { actor: Deed['actor']; allowed(tx: EntityManager): Promise<void> }): Promise<DeletedLogin | null> {
    const deleted = await this.keeper.together((tx) => deleteLogin(tx, { loginId, audit: this.audit, ...asked }));
    if (deleted) await removeMails(this.installation.dataDirectory, deleted.outboxFiles);
    return deleted;
  }

  /** Takes somebody known from the sources out of a workspace, or only says what would go. */
  async person(workspaceId: string, asked: { email: string; preview: boolean; actor: Deed['actor'] }): Promise<ErasedRows> {
    const { secretKey } = this.installation;
    const wanted = { workspaceId, email: asked.email, secretKey, now: this.clock.now() };
    const rows = await this.keeper.together(async (tx) => {
      if (asked.preview) return previewErasure(tx, wanted);
      const files = await mailsTo(tx, workspaceId, asked.email);
      const erased = await erasePerson(tx, wanted);
      for (const numbers of await eraseEntries(tx, workspaceId, [asked.email]))
        await this.audit.note({ workspaceId, action: ERASING, actor: 'Baton', detail: { erased: numbers } }, tx);
      await this.audit.note({ workspaceId, action: ERASING, actor: asked.actor, detail: { people: erased.people, said: erased.said } }, tx);
      await removeMails(this.installation.dataDirectory, files);
      return erased;
    });
    if (!asked.preview && !foundNothing(rows)) this.counter.forget();
    return rows;
  }

  /** Settles when nothing of what has been deleted is left. */
  async cleared(): Promise<void> {
    await this.clearing;
  }

  goOn(): void {
    this.clearing = this.clearing.then(async () => {
      try {
        const rows = await clearEnded(this.keeper, this.installation.dataDirectory);
        if (rows > 0) this.log.info({ rows }, 'what was deleted is gone');
      } catch (error) {
        // The next start, or the next night, finds the same workspaces ended.
        this.log.warn({ err: error }, 'what was deleted is not gone yet');
      }
    });
  }
}
