import { hash } from 'node:crypto';
import type { ReadRecord, Stream } from '../source/source.js';
import { cleanJson } from './clean-text.js';
import { recordHash } from './record-hash.js';

/** A record that was read well. */
export interface Accepted {
  record: ReadRecord;
  json: string;
  /** Of the payload and of all that is read from it: a changed mapping changes it too. */
  hash: string;
  /** Set when `json` is the payload that is stored, under another mapping: neither its age nor the moment of reading is news. */
  stored?: { readAt: Date };
}

/** A record that is not as documented. */
export interface Rejected {
  externalId: string;
  reason: string;
  json: string;
}

export interface ReadPage {
  accepted: Accepted[];
  rejected: Rejected[];
}

/** Longer than any vendor's id; an index could not hold much more. */
const LONGEST_ID = 500;

/** Reads each payload of a page. One that comes twice counts as it came last, unless that is the older state. */
export function readPage(stream: Stream, payloads: unknown[]): ReadPage {
  const accepted = new Map<string, Accepted>();
  const rejected = new Map<string, Rejected>();
  for (const given of payloads) {
    const { payload, json } = cleanJson(given);
    try {
      const record = storable(stream.read(payload));
      if (older(record, accepted.get(record.externalId)?.record)) continue;
      // Taken out first, so that it stands where it came last: of two records that say one fact the later one counts.
      accepted.delete(record.externalId);
      accepted.set(record.externalId, { record, json, hash: recordHash(json, record) });
      rejected.delete(record.externalId);
    } catch (error) {
      const refused = rejection(stream, { payload, json }, error as Error);
      rejected.set(refused.externalId, refused);
    }
  }
  return { accepted: [...accepted.values()], rejected: [...rejected.values()] };
}

/** Throws when the record itself, whatever is read from it, could not be stored. */
export function storable(record: ReadRecord): ReadRecord {
  if (record.externalId.length > LONGEST_ID) throw new Error(`its id is longer than ${LONGEST_ID} characters`);
  if (Number.isNaN(record.changedAt?.getTime())) throw new Error('its time of change is no moment');
  if (Number.isNaN(record.deletedAt?.getTime())) throw new Error('its time of deletion is no moment');
  return record;
}

/** Whether one state of a record is older than another; without a time of change it is not. */
export const older = (given: ChangedAt, known: ChangedAt | undefined): boolean =>
  given.changedAt !== null && known !== undefined && known.changedAt !== null && given.changedAt.getTime() < known.changedAt.getTime();

type ChangedAt = Pick<ReadRecord, 'changedAt'>;

/** A payload that is not as documented, with the reason. */
export function rejection(stream: Stream, { payload, json }: { payload: unknown; json: string }, { message }: Error): Rejected {
  const externalId = stream.idOf(payload)?.slice(0, LONGEST_ID) ?? `without id ${hash('md5', json)}`;
  const named = message.startsWith(stream.name) ? message : `${stream.name}: record ${externalId}: ${message}`;
  return { externalId, reason: named, json };
}
