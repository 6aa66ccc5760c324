import type { BriefSection } from '../company/company.js';
import { type OwnField, ownField } from './book.js';

/** The fields the sample company has added to its deals, by what they hold. */
export const DEAL_FIELDS = {
  csm: ownField('CSM', 'user'),
  implementation: ownField('Implementation manager', 'user'),
  kind: ownField('Deal kind', 'enum', ['New business', 'Expansion', 'Renewal']),
  product: ownField('Product', 'varchar'),
  leadSource: ownField('Lead source', 'varchar'),
  briefAcceptedAt: ownField('Brief accepted at', 'varchar'),
  kickoffScheduledAt: ownField('Kickoff scheduled at', 'varchar'),
  firstValueAt: ownField('First value at', 'varchar'),
  onboardingCompletedAt: ownField('Onboarding completed at', 'varchar'),
  promiseGapAt: ownField('Promise gap at', 'varchar'),
  promiseConversationAt: ownField('Promise conversation at', 'varchar'),
} satisfies Record<string, OwnField>;

export const BRIEF_FIELDS: Record<BriefSection, OwnField> = {
  customer_context: ownField('Customer context', 'text'),
  why_they_bought: ownField('Why they bought', 'text'),
  what_we_promised: ownField('What we promised', 'text'),
  political_landscape: ownField('Political landscape', 'text'),
  success_metrics: ownField('Success metrics', 'text'),
  red_flags: ownField('Red flags', 'text'),
};

export const ORGANIZATION_FIELDS = {
  segment: ownField('Segment', 'enum', ['standard', 'enterprise']),
  region: ownField('Region', 'varchar'),
  industry: ownField('Industry', 'varchar'),
  churnedAt: ownField('Churned at', 'varchar'),
  noticeGivenAt: ownField('Notice given at', 'varchar'),
} satisfies Record<string, OwnField>;
