import { createHmac, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';

export interface Told {
  /** Milliseconds from the first try to the answer that took it. */
  milliseconds: number;
  tries: number;
  taken: boolean;
}

/** HubSpot gives a message up after so many tries; it waits longer between them. https://developers.hubspot.com/docs/api/webhooks */
const TRIES = 10;
const AGAIN_MS = 1_000;

interface To {
  /** Where the server says that it is reached. */
  url: string;
  secret: string;
  ids: readonly string[];
  /** Changes that one message names. */
  each: number;
}

/** Tells of changes as HubSpot does: signed, some in one message, and again until the message is taken. */
export class WebhookVendor {
  readonly told: Told[] = [];
  private readonly agent = new Agent({ headersTimeout: 30_000, connections: 200 });
  private readonly underWay = new Set<Promise<void>>();
  private eventId = 0;

  constructor(private readonly to: To) {}

  /** Messages come whether or not others have been taken. */
  async tell(perSecond: number, seconds: number): Promise<void> {
    const start = performance.now();
    for (let i = 0; i < perSecond * seconds; i++) {
      const due = start + (i * 1000) / perSecond - performance.now();
      if (due > 0) await wait(due);
      const telling = this.message().finally(() => this.underWay.delete(telling));
      this.underWay.add(telling);
    }
    await Promise.all(this.underWay);
    await this.agent.close();
  }

  private async message(): Promise<void> {
    const { ids, each } = this.to;
    const events = Array.from({ length: each }, () => ({
      eventId: ++this.eventId,
      objectId: Number(ids[randomInt(ids.length)]),
      subscriptionType: 'deal.propertyChange',
      occurredAt: Date.now(),
    }));
    const body = JSON.stringify(events);
    const start = performance.now();
    for (let tries = 1; tries <= TRIES; tries++) {
      const taken = (await this.send(body)) === 204;
      if (taken || tries === TRIES) this.told.push({ milliseconds: performance.now() - start, tries, taken });
      if (taken) return;
      await wait(AGAIN_MS);
    }
  }

  /** The status; 0 when there was no answer. */
  private async send(body: string): Promise<number> {
    const { url, secret } = this.to;
    const at = String(Date.now());
    const signature = createHmac('sha256', secret).update(`POST${url}${body}${at}`).digest('base64');
    const headers = { 'content-type': 'application/json', 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': at };
    try {
      const answer = await request(url, { method: 'POST', headers, body, dispatcher: this.agent });
      await answer.body.dump();
      return answer.statusCode;
    } catch {
      return 0;
    }
  }
}
