import { randomUUID } from 'node:crypto';
import type { Answer, Request } from '../stand-in/fault.js';
import { notFound, scrollBroke, scrollExists } from './error.js';

const IDLE_MILLISECONDS = 60_000;

interface Open {
  param: string;
  offset: number;
  usedAt: number;
}

/** One scroll for the whole workspace, which a minute without a question ends. */
export class Scroll {
  private open: Open | null = null;
  private broken = false;

  constructor(
    private readonly now: () => Date,
    readonly pageSize: number,
  ) {}

  /** At the end comes an empty page with the same parameter, and the scroll is over. */
  answer(request: Request, companies: unknown[]): Answer {
    this.forget();
    const param = request.query.get('scroll_param');
    if (param !== null && this.broken) return this.broke();
    if (param === null && this.open !== null) return scrollExists();
    if (param === null) this.open = { param: randomUUID(), offset: 0, usedAt: this.now().getTime() };
    if (this.open === null || (param !== null && param !== this.open.param)) return notFound('Scroll parameter');
    const { offset } = this.open;
    const data = companies.slice(offset, offset + this.pageSize);
    const body = { type: 'list', data, scroll_param: this.open.param };
    this.open = data.length === 0 ? null : { ...this.open, offset: offset + data.length, usedAt: this.now().getTime() };
    return { status: 200, body };
  }

  /** As after a network error within the vendor. */
  break(): void {
    this.open = null;
    this.broken = true;
  }

  private broke(): Answer {
    this.broken = false;
    return scrollBroke();
  }

  private forget(): void {
    if (this.open !== null && this.now().getTime() - this.open.usedAt > IDLE_MILLISECONDS) this.open = null;
  }
}
