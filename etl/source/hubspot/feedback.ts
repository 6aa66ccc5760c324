import { SurveyResponse } from '../../warehouse/index.js';
import type { FactRow, Rows, Stream } from '../source.js';
import { contactKey } from './contacts.js';
import { associated, type CrmObject } from './crm-object.js';
import { crmStream } from './crm-stream.js';
import { decimal, moment, text } from './property.js';
import type { Hubspot } from './reading.js';
import type { HubspotMapping } from './settings.js';

/** https://developers.hubspot.com/docs/api-reference/crm-feedback-submissions-v3/guide */
const PROPERTIES = [
  'hs_survey_type',
  'hs_value',
  'hs_response_group',
  'hs_content',
  'hs_submission_timestamp',
  'hs_createdate',
  'hs_lastmodifieddate',
];

/** Answers to HubSpot's surveys: satisfaction, effort and, kept apart from both, recommendation. */
export function feedback(hubspot: Hubspot): Stream {
  const { mapping } = hubspot.settings;
  return crmStream(hubspot, {
    type: 'feedback_submissions',
    typeId: '0-19',
    properties: PROPERTIES,
    history: [],
    associated: ['contacts', 'tickets', 'companies'],
    toRows: (submission) => rows(submission, mapping),
  });
}

/** A knowledge-base vote or a custom survey says nothing that can be measured. */
const UNMEASURED = new Set(['KNOWLEDGE', 'CUSTOM']);

function rows(submission: CrmObject, mapping: HubspotMapping): Rows[] {
  const type = text(submission, 'hs_survey_type')?.toUpperCase() ?? 'CUSTOM';
  if (UNMEASURED.has(type)) return [{ table: SurveyResponse, rows: [] }];
  const contact = associated(submission, 'contacts');
  const row = {
    externalId: submission.id,
    accountExternalId: associated(submission, 'companies'),
    ticketExternalId: associated(submission, 'tickets'),
    personExternalId: contact === null ? null : contactKey(contact),
    ...answer(submission, type, mapping),
    // HubSpot stores answers only: when the question was put is not known.
    askedAt: null,
    answeredAt: moment(submission, 'hs_submission_timestamp') ?? submission.createdAt,
    comment: text(submission, 'hs_content'),
  };
  return [{ table: SurveyResponse, rows: [row] }];
}

function answer(
  submission: CrmObject,
  type: string,
  { csatScale }: HubspotMapping,
): Pick<FactRow, 'kind' | 'scale' | 'score' | 'satisfied'> {
  const value = decimal(submission, 'hs_value');
  if (type === 'NPS') return { kind: 'nps', scale: '0-10', score: value, satisfied: null };
  if (type === 'CES') return { kind: 'ces', scale: '1-7', score: value, satisfied: null };
  if (type !== 'CSAT') throw new Error(`hs_survey_type: "${type.slice(0, 40)}" is not known`);
  if (csatScale === '1-5') return { kind: 'csat', scale: '1-5', score: value, satisfied: value === null ? null : Number(value) >= 4 };
  const happy = faceOf(text(submission, 'hs_response_group'), value);
  return { kind: 'csat', scale: 'good-bad', score: happy === null ? null : String(Number(happy)), satisfied: happy };
}

/** Three faces: 0 unhappy, 1 neutral, 2 happy; only the last is satisfied. */
function faceOf(group: string | null, value: string | null): boolean | null {
  if (group !== null) return group.toUpperCase() === 'PROMOTER';
  if (value === null) return null;
  if (!['0', '1', '2'].includes(value)) throw new Error(`hs_value: "${value}" is none of the three faces; set the scale of surveys to 1-5`);
  return value === '2';
}
