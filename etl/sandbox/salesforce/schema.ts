import type { FieldType, SobjectField } from './sobject.js';

const UNFILTERABLE = new Set<FieldType>(['textarea', 'anyType', 'address']);

/** 'Name', 'CreatedById:reference:User', 'Tier__c:string:formula'. */
function field(written: string): SobjectField {
  const [name = '', type = 'string', more = ''] = written.split(':') as [string, FieldType?, string?];
  return {
    name,
    type,
    custom: name.endsWith('__c'),
    calculated: more === 'formula',
    filterable: !UNFILTERABLE.has(type),
    sortable: !UNFILTERABLE.has(type),
    relation: type === 'reference' && more !== '' ? { name: name.replace(/Id$/, '').replace(/__c$/, '__r'), sobject: more } : null,
  };
}

const AUDIT = [
  'Id:id',
  'CreatedDate:datetime',
  'CreatedById:reference:User',
  'LastModifiedDate:datetime',
  'LastModifiedById:reference:User',
];
const STANDING = ['IsDeleted:boolean', 'SystemModstamp:datetime', 'OwnerId:reference:User'];
const HISTORY = ['Id:id', 'IsDeleted:boolean', 'CreatedDate:datetime', 'CreatedById:reference:User'];
const BRIEFS = ['Customer_Context', 'Why_They_Bought', 'What_We_Promised', 'Political_Landscape', 'Success_Metrics', 'Red_Flags'];
const DEAL_MOMENTS = ['Brief_Accepted', 'Kickoff_Scheduled', 'First_Value', 'Onboarding_Completed', 'Promise_Gap', 'Promise_Conversation'];

const WRITTEN: Record<string, string[]> = {
  User: [
    ...AUDIT,
    'SystemModstamp:datetime',
    'Name',
    'FirstName',
    'LastName',
    'Email:email',
    'Username',
    'IsActive:boolean',
    'UserType:picklist',
  ],
  OpportunityStage: [
    ...AUDIT,
    'SystemModstamp:datetime',
    'MasterLabel',
    'ApiName',
    'IsActive:boolean',
    'IsClosed:boolean',
    'IsWon:boolean',
    'SortOrder:int',
    'DefaultProbability:double',
  ],
  Account: [
    ...AUDIT,
    ...STANDING,
    'MasterRecordId:reference:Account',
    'Name',
    'Website:url',
    'Industry:picklist',
    'BillingAddress:address',
    'Segment__c:picklist',
    'Region__c:picklist',
    'Partner_Tier__c:picklist',
    'CSM__c:reference:User',
    'Notice_Given_At__c:datetime',
    'Churned_At__c:datetime',
    'Lifetime_Band__c:string:formula',
  ],
  Contact: [...AUDIT, ...STANDING, 'MasterRecordId:reference:Contact', 'AccountId:reference:Account', 'Name', 'Email:email'],
  Opportunity: [
    ...AUDIT,
    ...STANDING,
    'AccountId:reference:Account',
    'Name',
    'StageName:picklist',
    'IsClosed:boolean',
    'IsWon:boolean',
    'Amount:currency',
    'Probability:double',
    'CurrencyIsoCode:picklist',
    'CloseDate:date',
    'Type:picklist',
    'LeadSource:picklist',
    'ARR__c:currency',
    'CSM__c:reference:User',
    'Implementation_Owner__c:reference:User',
    'Product_Line__c:picklist',
    ...BRIEFS.map((name) => `Brief_${name}__c:textarea`),
    ...DEAL_MOMENTS.map((name) => `${name}_At__c:datetime`),
  ],
  OpportunityHistory: [
    ...HISTORY,
    'SystemModstamp:datetime',
    'OpportunityId:reference:Opportunity',
    'StageName:picklist',
    'Amount:currency',
    'Probability:double',
    'CloseDate:date',
  ],
  OpportunityFieldHistory: [...HISTORY, 'OpportunityId:reference:Opportunity', 'Field:picklist', 'OldValue:anyType', 'NewValue:anyType'],
  Task: [
    ...AUDIT,
    ...STANDING,
    'Subject',
    'Status:picklist',
    'Priority:picklist',
    'IsClosed:boolean',
    'IsArchived:boolean',
    'ActivityDate:date',
    'CompletedDateTime:datetime',
    'WhatId:reference',
    'WhoId:reference',
    'AccountId:reference:Account',
    'TaskSubtype:picklist',
  ],
  Event: [
    ...AUDIT,
    ...STANDING,
    'Subject',
    'StartDateTime:datetime',
    'EndDateTime:datetime',
    'IsChild:boolean',
    'IsRecurrence:boolean',
    'IsArchived:boolean',
    'WhatId:reference',
    'WhoId:reference',
    'AccountId:reference:Account',
  ],
  Case: [
    ...AUDIT,
    ...STANDING,
    'CaseNumber',
    'Subject',
    'Description:textarea',
    'Origin:picklist',
    'Status:picklist',
    'Priority:picklist',
    'IsClosed:boolean',
    'IsEscalated:boolean',
    'ClosedDate:datetime',
    'AccountId:reference:Account',
    'ContactId:reference:Contact',
    'MasterRecordId:reference:Case',
    'Repeated_Information__c:boolean',
  ],
  CaseHistory: [...HISTORY, 'CaseId:reference:Case', 'Field:picklist', 'OldValue:anyType', 'NewValue:anyType'],
  CaseComment: [
    ...AUDIT,
    'IsDeleted:boolean',
    'SystemModstamp:datetime',
    'ParentId:reference:Case',
    'CommentBody:textarea',
    'IsPublished:boolean',
  ],
  EmailMessage: [
    ...AUDIT,
    'IsDeleted:boolean',
    'SystemModstamp:datetime',
    'ParentId:reference:Case',
    'Incoming:boolean',
    'MessageDate:datetime',
    'FromAddress:email',
    'Subject',
    'TextBody:textarea',
    'Status:picklist',
  ],
};

/** The objects of the sample org and their fields, as describe lists them. */
export const SCHEMA: Record<string, SobjectField[]> = Object.fromEntries(
  Object.entries(WRITTEN).map(([name, fields]) => [name, fields.map(field)]),
);

/** What the Bulk API refuses. */
export const NOT_BULK = new Set(['OpportunityStage']);
