import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { Clock } from '../http/clock.js';
import { Installation } from '../http/installation.js';
import { InjectWalls, type Walls } from '../http/walls.js';
import { lineMeter } from './line-meter.js';

const MOST_FILES = 20;
const KEPT_HOURS = 24;

/** Files that were handed over and wait to be imported; kept for a day. */
@Injectable()
export class Uploads {
  constructor(
    private readonly installation: Installation,
    private readonly clock: Clock,
    @InjectWalls() private readonly walls: Walls,
  ) {}

  /** A place for files, private to a workspace. */
  async open(workspaceId: string): Promise<string> {
    await this.forgetOld(workspaceId);
    const id = randomUUID();
    await mkdir(this.folder(workspaceId, id), { recursive: true, mode: 0o700 });
    return id;
  }

  /** Absolute. Throws NotFound when there is no such upload, or no more. */
  async directory(workspaceId: string, id: string): Promise<string> {
    const directory = this.folder(workspaceId, id);
    const found = await stat(directory).catch(() => null);
    if (!found) throw new NotFoundException(`There is no upload ${id}. POST /api/import opens one; it is kept for a day.`);
    return directory;
  }

  async names(workspaceId: string, id: string): Promise<string[]> {
    return (await readdir(await this.directory(workspaceId, id))).sort();
  }

  /** Writes a file as it comes and answers its bytes; one that is too large, or breaks off, leaves nothing. */
  async keep({ workspaceId, id, name }: { workspaceId: string; id: string; name: string }, body: Readable): Promise<number> {
    const names = await this.names(workspaceId, id);
    if (names.length >= MOST_FILES && !names.includes(name))
      throw new PayloadTooLargeException(`An import takes at most ${MOST_FILES} files.`);
    const path = join(await this.directory(workspaceId, id), name);
    const most = this.walls.upload;
    const lines = lineMeter();
    let bytes = 0;
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        bytes += chunk.length;
        if (bytes > most.bytes) throw tooLarge(name, `is larger than ${most.bytes / 1_000_000} MB`);
        if (lines(chunk) > most.lines) throw tooLarge(name, `has more than ${most.lines} lines`);
        yield chunk;
      }
    };
    try {
      // A refusal is heard by one who still sends only while the connection stays.
      await pipeline(body.iterator({ destroyOnReturn: false }), counted, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return bytes;
  }

  private async forgetOld(workspaceId: string): Promise<void> {
    const folder = join(this.installation.dataDirectory, 'upload', workspaceId);
    const oldest = this.clock.now().getTime() - KEPT_HOURS * 3_600_000;
    for (const id of await readdir(folder).catch(() => [])) {
      const { mtimeMs } = await stat(join(folder, id));
      if (mtimeMs < oldest) await rm(join(folder, id), { recursive: true, force: true });
    }
  }

  private readonly folder = (workspaceId: string, id: string) => join(this.installation.dataDirectory, 'upload', workspaceId, id);
}

const tooLarge = (name: string, how: string) => new PayloadTooLargeException(`${name} ${how}. Split it, or import it by the command.`);
