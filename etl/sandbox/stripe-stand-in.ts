import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';
import type { StripeBook } from './stripe/book.js';
import { invalid, notFound, notPermitted, tooMany, unauthorized, unknownPath } from './stripe/error.js';
import { expandedIn, page, wrongParameters } from './stripe/list.js';
import { wireCustomer, wireEvent, wireItem, wireProduct, wireSubscription } from './stripe/wire.js';

export interface StripeOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** 25 with test keys, 100 with live ones. */
  perSecond?: number;
  /** Called whenever a limit refuses a request. */
  onRefused?: () => void;
  /** Paths that the restricted key may not read: '/v1/events'. */
  forbidden?: string[];
}

export type StripeStandIn = StandIn<{ apiKey: string }>;

const API_KEY = 'rk_test_sample_of_a_restricted_key';
/** Versions whose shapes are played: the period stands with the items, the coupon with its discount. */
const VERSION = /^2025-\d\d-\d\d[.]basil$/;
const EVENTS_KEPT = 30 * 86_400;

type Route = (request: Request) => Answer;

/** Plays Stripe Billing over one account's book. */
export function startStripeStandIn(book: StripeBook, options: StripeOptions = {}): Promise<StripeStandIn> {
  const now = options.now ?? (() => new Date());
  const limit = new RollingLimit(options.perSecond ?? 25, 1_000);
  const routes = routesOf(book, () => Math.floor(now().getTime() / 1000));
  const answer = (request: Request): Answer => {
    if (request.headers.authorization !== `Bearer ${API_KEY}`) return unauthorized();
    if (!VERSION.test(String(request.headers['stripe-version']))) return invalid('Invalid Stripe API version');
    if (!limit.take()) {
      options.onRefused?.();
      return tooMany();
    }
    if (options.forbidden?.includes(request.path)) return notPermitted(`rak_${request.path.slice(4, -1)}_read`);
    const [, path = '', id] = /^(\/v1\/[a-z_]+)(?:\/([^/]+))?$/.exec(request.path) ?? [];
    const route = request.method === 'GET' ? routes[id === undefined ? path : `${path}/{id}`] : undefined;
    return route?.(request) ?? unknownPath(request.method, request.path);
  };
  return serve({ credentials: { apiKey: API_KEY }, now, port: options.port ?? 0, answer });
}

const idOf = ({ path }: Request): string => decodeURIComponent(path.split('/').at(-1) ?? '');

function routesOf(book: StripeBook, now: () => number): Record<string, Route> {
  return {
    '/v1/customers': (request) =>
      wrongParameters(request, ['email', 'created[gte]', 'created[lte]']) ??
      page(
        request,
        book.customers.filter(({ deleted }) => !deleted),
        wireCustomer,
      ),
    '/v1/customers/{id}': (request) => {
      const found = book.customers.find(({ id }) => id === idOf(request));
      return found ? { status: 200, body: wireCustomer(found) } : notFound('customer', idOf(request));
    },
    '/v1/subscriptions': (request) => listSubscriptions(book, request),
    '/v1/subscriptions/{id}': (request) => {
      const found = book.subscriptions.find(({ id }) => id === idOf(request));
      const body = found && wireSubscription(found, expandedIn(request, ''));
      return wrongParameters(request, []) ?? (body ? { status: 200, body } : notFound('subscription', idOf(request)));
    },
    '/v1/subscription_items': (request) => listItems(book, request),
    '/v1/products': (request) => {
      const ids = request.query.getAll('ids[]');
      const wanted = book.products.filter(({ id }) => ids.length === 0 || ids.includes(id));
      return wrongParameters(request, ['ids[]', 'active']) ?? page(request, wanted, wireProduct);
    },
    '/v1/events': (request) => {
      const types = request.query.getAll('types[]');
      if (types.length > 20) return invalid('You may provide up to 20 types', { param: 'types' });
      const from = Math.max(Number(request.query.get('created[gte]') ?? '0'), now() - EVENTS_KEPT);
      const wanted = book.events.filter(({ created, type }) => created >= from && (types.length === 0 || types.includes(type)));
      return wrongParameters(request, ['types[]', 'type', 'created[gte]', 'created[lte]']) ?? page(request, wanted, wireEvent);
    },
  };
}

/** Without a status Stripe leaves out what was cancelled. */
function listSubscriptions(book: StripeBook, request: Request): Answer {
  const status = request.query.get('status');
  const wanted = book.subscriptions.filter((held) => {
    if (status === 'all') return true;
    return status === null ? !['canceled', 'incomplete_expired'].includes(held.status) : held.status === status;
  });
  const expanded = expandedIn(request, 'data.');
  return wrongParameters(request, ['status', 'customer', 'price']) ?? page(request, wanted, (held) => wireSubscription(held, expanded));
}

function listItems(book: StripeBook, request: Request): Answer {
  const of = request.query.get('subscription');
  if (of === null) return invalid('Missing required param: subscription.', { code: 'parameter_missing', param: 'subscription' });
  const held = book.subscriptions.find(({ id }) => id === of);
  if (!held) return notFound('subscription', of);
  const tiers = expandedIn(request, 'data.').has('price.tiers');
  const items = held.items.map((item) => ({ ...item, created: held.created }));
  return wrongParameters(request, ['subscription']) ?? page(request, items, (item) => wireItem(item, held, tiers));
}
