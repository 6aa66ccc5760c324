import { measured } from '../kpi/measure.js';
import { wilson } from '../kpi/statistics/wilson.js';
import type { Foretold } from './foretold.js';
import { featuresOf } from './model/feature.js';
import { noModelWords } from './model/model-words.js';
import type { KnownModel } from './model/models.js';
import { chanceAt } from './model/regress.js';
import type { RiskChance } from './risk.schema.js';
import type { Seen } from './seen.js';

/** The chance that the customer of an open handoff leaves by the end of the window; null when none can be said. */
export function foretell(model: KnownModel | null, seen: Seen): Foretold | null {
  if (model?.verdict !== 'holds' || !model.fitted || seen.ageDays >= model.churnDays + 1) return null;
  if (seen.noticeAt !== null) return afterNotice(model, seen);
  return { ...chanceAt(model.fitted, featuresOf(seen), seen.ageDays), n: model.fitted.handoffs };
}

/** Who has given notice is not foretold but counted: how many of the others who had by that age were gone. */
function afterNotice({ noticed }: KnownModel, { ageDays }: Seen): Foretold | null {
  const like = noticed.findLast(({ age }) => age <= ageDays) ?? noticed[0];
  if (!like || like.count === 0) return null;
  return { value: like.churned / like.count, ...wilson(like.churned, like.count), n: like.count };
}

/** The same as it leaves. */
export function chanceShape(model: KnownModel | null, seen: Seen): RiskChance {
  const found = foretell(model, seen);
  if (found) {
    const { value, low, high, n } = found;
    return { ...measured({ value, low, high, why: null }, { n, mature: n }), basis: 'history' };
  }
  const n = model?.mature.count ?? 0;
  return { value: null, low: null, high: null, n, mature: n, wide: false, why: whyNone(model, seen), basis: 'rules' };
}

function whyNone(model: KnownModel | null, { ageDays, noticeAt }: Seen): string {
  if (model?.verdict !== 'holds') return noModelWords(model);
  if (ageDays >= model.churnDays + 1) return `day ${model.churnDays} has passed; a chance is only said up to then`;
  return noticeAt === null ? 'the history says nothing of this age' : 'nobody before had given notice by this age';
}
