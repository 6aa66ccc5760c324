import type { Deal, DealKind, Moment, Version } from '../company/company.js';
import { NEW_BUSINESS, type Pipeline, RENEWALS } from '../company/pipelines.js';
import { held, type KeptChange, type KeptDeal, type OwnField, seconds } from './book.js';
import { BRIEF_FIELDS, DEAL_FIELDS } from './fields.js';

const PIPELINES = [NEW_BUSINESS, RENEWALS];
const open = (pipeline: Pipeline) => pipeline.stages.filter(({ closed }) => !closed);

/** Pipedrive numbers its pipelines and stages, and has stages for open deals only. */
export const PIPEDRIVE_PIPELINES = PIPELINES.map(({ label }, index) => ({ id: index + 1, name: label }));
export const PIPEDRIVE_STAGES = PIPELINES.flatMap((pipeline, index) =>
  open(pipeline).map(({ label }, step) => ({ id: (index + 1) * 10 + step, name: label, pipelineId: index + 1 })),
);

const KINDS: Record<DealKind, string> = { newbusiness: 'New business', existingbusiness: 'Expansion', renewal: 'Renewal' };

interface Standing {
  status: string;
  stage: number;
}

export function dealOfSample(deal: Deal): KeptDeal {
  const index = Math.max(
    0,
    PIPELINES.findIndex(({ id }) => id === deal.pipelineId),
  );
  const pipeline = PIPELINES[index] ?? NEW_BUSINESS;
  const begin: Standing = { status: 'open', stage: (index + 1) * 10 };
  const { at, changes } = walk(deal, pipeline, begin);
  const end = deal.stages.length > 0 ? at : stand(pipeline, deal.stageId, begin);
  const wonAt = changes.filter(({ key, to }) => key === 'status' && to === 'won').map((change) => change.at);
  const lastWonAt = deal.closeAt ?? wonAt.at(-1) ?? null;
  const closed = end.status === 'open' ? null : (lastWonAt ?? deal.changedAt);
  return {
    id: Number(deal.id),
    addedAt: deal.createdAt,
    changedAt: deal.changedAt,
    deletedAt: deal.archivedAt,
    archivedAt: null,
    firstWonAt: wonAt[0] ?? (end.status === 'won' ? lastWonAt : null),
    changes: [...changes, ...versions(DEAL_FIELDS.csm, deal.csm), ...briefs(deal)],
    fields: {
      title: deal.name,
      owner_id: deal.repId === null ? null : Number(deal.repId),
      org_id: deal.companyId === null ? null : Number(deal.companyId),
      person_id: null,
      pipeline_id: index + 1,
      stage_id: end.stage,
      status: end.status,
      value: deal.amount ?? 0,
      currency: deal.currency,
      arr: deal.arr,
      acv: null,
      mrr: null,
      probability: null,
      lost_reason: null,
      visible_to: 7,
      label_ids: [],
      origin: 'ManuallyCreated',
      origin_id: null,
      channel: null,
      channel_id: null,
      won_time: end.status === 'won' && closed !== null ? seconds(closed) : null,
      lost_time: end.status === 'lost' && closed !== null ? seconds(closed) : null,
      close_time: closed === null ? null : seconds(closed),
      custom_fields: ownFields(deal),
    },
  };
}

/** A closed stage is a status beside the stage in which the deal was. */
function stand(pipeline: Pipeline, stageId: string, { stage }: Standing): Standing {
  const found = pipeline.stages.find(({ id }) => id === stageId);
  if (found?.closed) return { status: found.probability === 1 ? 'won' : 'lost', stage };
  const step = open(pipeline).findIndex(({ id }) => id === stageId);
  return { status: 'open', stage: Math.floor(stage / 10) * 10 + Math.max(0, step) };
}

function walk(deal: Deal, pipeline: Pipeline, begin: Standing): { at: Standing; changes: KeptChange[] } {
  const changes: KeptChange[] = [];
  let at = begin;
  for (const [n, { at: moment, value }] of deal.stages.entries()) {
    const next = stand(pipeline, value, at);
    const made = n === 0 && next.status === 'open';
    if (!made && next.stage !== at.stage) changes.push({ at: moment, key: 'stage_id', from: String(at.stage), to: String(next.stage) });
    if (next.status !== at.status) changes.push({ at: moment, key: 'status', from: at.status, to: next.status });
    at = next;
  }
  return { at, changes };
}

const briefs = (deal: Deal): KeptChange[] =>
  Object.entries(BRIEF_FIELDS).flatMap(([section, field]) => versions(field, deal.brief[section as keyof typeof BRIEF_FIELDS] ?? []));

const versions = ({ key }: OwnField, all: Version<string | null>[]): KeptChange[] =>
  all.map(({ at, value }, n) => ({ at, key, from: all[n - 1]?.value || null, to: value || null }));

const time = (at: Moment | null) => (at === null ? null : new Date(at).toISOString());

function ownFields(deal: Deal): Record<string, unknown> {
  const csm = deal.csm.at(-1)?.value ?? null;
  const values: [OwnField, unknown][] = [
    [DEAL_FIELDS.csm, csm === null ? null : Number(csm)],
    [DEAL_FIELDS.implementation, deal.implementationOwnerId === null ? null : Number(deal.implementationOwnerId)],
    [DEAL_FIELDS.kind, held(DEAL_FIELDS.kind, KINDS[deal.kind])],
    [DEAL_FIELDS.product, deal.product],
    [DEAL_FIELDS.leadSource, deal.leadSource],
    [DEAL_FIELDS.briefAcceptedAt, time(deal.briefAcceptedAt)],
    [DEAL_FIELDS.kickoffScheduledAt, time(deal.kickoffScheduledAt)],
    [DEAL_FIELDS.firstValueAt, time(deal.firstValueAt)],
    [DEAL_FIELDS.onboardingCompletedAt, time(deal.onboardingCompletedAt)],
    [DEAL_FIELDS.promiseGapAt, time(deal.promiseGapAt)],
    [DEAL_FIELDS.promiseConversationAt, time(deal.promiseConversationAt)],
    ...Object.entries(BRIEF_FIELDS).map(([section, field]): [OwnField, unknown] => [
      field,
      deal.brief[section as keyof typeof BRIEF_FIELDS]?.at(-1)?.value || null,
    ]),
  ];
  return Object.fromEntries(values.map(([{ key }, value]) => [key, value]));
}
