import { BRIEF_SECTIONS, type BriefSection, type Deal, type Kept, type Version } from '../company/company.js';
import type { ObjectType } from './property.js';

export interface WireVersion {
  value: string;
  timestamp: string;
  sourceType: string;
  sourceId: string | null;
  updatedByUserId: number | null;
}

const SECTIONS: ReadonlySet<string> = new Set(BRIEF_SECTIONS);

/** The versions of one property, newest first as HubSpot gives them. A property never set has none. */
export function historyOf<T extends Kept>(type: ObjectType<T>, record: T, name: string): WireVersion[] {
  return versions(type, record, name).map(wire).reverse();
}

function versions<T extends Kept>(type: ObjectType<T>, record: T, name: string): Version<string | null>[] {
  const deal = 'stages' in record ? (record as unknown as Deal) : null;
  if (deal !== null && name === 'dealstage') return deal.stages;
  if (deal !== null && name === 'csm_owner') return deal.csm;
  const section = name.replace(/^brief_/, '');
  if (deal !== null && name.startsWith('brief_') && SECTIONS.has(section)) return deal.brief[section as BriefSection] ?? [];
  const kept = type.history?.[name]?.(record);
  if (kept !== undefined) return kept;
  const value = type.read[name]?.(record) ?? null;
  return value === null ? [] : [{ at: record.createdAt, value }];
}

function wire({ at, value }: Version<string | null>): WireVersion {
  return { value: value ?? '', timestamp: new Date(at).toISOString(), sourceType: 'CRM_UI', sourceId: null, updatedByUserId: null };
}
