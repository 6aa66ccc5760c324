import { createHash } from 'node:crypto';

/** A record as the second API sends it, with what only the stand-in knows beside it. */
export interface Kept {
  id: number;
  /** Milliseconds; Pipedrive tells whole seconds. */
  addedAt: number;
  changedAt: number;
  deletedAt: number | null;
  fields: Record<string, unknown>;
}

export interface KeptDeal extends Kept {
  archivedAt: number | null;
  /** When it was won first, though it may be open again. */
  firstWonAt: number | null;
  /** Oldest first. */
  changes: KeptChange[];
}

export interface KeptChange {
  at: number;
  key: string;
  from: string | null;
  to: string | null;
}

export interface OwnField {
  key: string;
  name: string;
  type: 'varchar' | 'text' | 'date' | 'user' | 'enum';
  /** Of an enum. */
  options: { id: number; label: string }[];
}

/** A Pipedrive company. */
export interface Book {
  companyId: number;
  users: { id: number; name: string; email: string; active: boolean; changedAt: number }[];
  pipelines: { id: number; name: string }[];
  stages: { id: number; name: string; pipelineId: number }[];
  organizations: Kept[];
  persons: Kept[];
  deals: KeptDeal[];
  activities: Kept[];
  dealFields: OwnField[];
  organizationFields: OwnField[];
}

/** Pipedrive makes a random key of 40 letters; here it follows from the name. */
export const keyOf = (name: string): string => createHash('sha1').update(name).digest('hex');

export const ownField = (name: string, type: OwnField['type'], labels: string[] = []): OwnField => ({
  key: keyOf(name),
  name,
  type,
  options: labels.map((label, index) => ({ id: index + 1, label })),
});

/** What a field holds of a label: an option's number, or the label itself. */
export const held = (field: OwnField, label: string | null): unknown =>
  label === null || field.type !== 'enum' ? label : (field.options.find((option) => option.label === label)?.id ?? null);

export const seconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** As the first API writes it: in UTC, without saying so. */
export const oldTime = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
