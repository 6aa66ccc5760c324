import type { Moment, Version } from '../company/company.js';
import type { Contact, DeskTicket, LineItem, Meeting, Submission } from './desk.js';
import { type ObjectType, objectType } from './property.js';

const time = (at: Moment | null | undefined): string | null => (at == null ? null : new Date(at).toISOString());
const last = (versions: Version<string>[]): Version<string> | undefined => versions.at(-1);
const names = (contact: Contact): string[] => contact.name.split(' ');

export const contactType: ObjectType<Contact> = {
  ...objectType<Contact>(
    {
      email: ({ email }) => email,
      firstname: (contact) => names(contact)[0] ?? null,
      lastname: (contact) => names(contact).slice(1).join(' ') || null,
      createdate: ({ createdAt }) => time(createdAt),
    },
    { usual: ['email', 'firstname', 'lastname'], created: 'createdate', changed: 'lastmodifieddate' },
  ),
};

export const ticketType: ObjectType<DeskTicket> = {
  ...objectType<DeskTicket>(
    {
      subject: ({ subject }) => subject,
      hs_pipeline: () => '0',
      hs_pipeline_stage: ({ stages }) => last(stages)?.value ?? '1',
      hs_ticket_priority: ({ priorities }) => last(priorities)?.value ?? null,
      createdate: ({ createdAt }) => time(createdAt),
      closed_date: ({ stages }) => (last(stages)?.value === '4' ? time(last(stages)?.at) : null),
    },
    { usual: ['subject', 'hs_pipeline', 'hs_pipeline_stage'], created: 'createdate' },
  ),
  history: { hs_pipeline_stage: ({ stages }) => stages, hs_ticket_priority: ({ priorities }) => priorities },
};

export const submissionType: ObjectType<Submission> = objectType<Submission>(
  {
    hs_survey_type: ({ type }) => type,
    hs_value: ({ value }) => String(value),
    hs_response_group: ({ group }) => group,
    hs_content: ({ content }) => content,
    hs_submission_timestamp: ({ submittedAt }) => time(submittedAt),
    hs_createdate: ({ createdAt }) => time(createdAt),
  },
  { usual: [], created: 'hs_createdate' },
);

export const lineItemType: ObjectType<LineItem> = objectType<LineItem>(
  {
    name: ({ name }) => name,
    amount: ({ amount }) => String(amount),
    hs_arr: ({ arr }) => (arr === null ? null : String(arr)),
    createdate: ({ createdAt }) => time(createdAt),
  },
  { usual: ['name', 'amount'], created: 'createdate' },
);

export const meetingType: ObjectType<Meeting> = objectType<Meeting>(
  {
    hs_meeting_title: ({ title }) => title,
    hs_meeting_start_time: ({ startAt }) => time(startAt),
    hs_meeting_outcome: ({ outcome }) => outcome,
    hs_timestamp: ({ startAt }) => time(startAt),
    hs_createdate: ({ createdAt }) => time(createdAt),
  },
  { usual: [], created: 'hs_createdate' },
);
