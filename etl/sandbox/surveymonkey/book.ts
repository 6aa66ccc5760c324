import type { SampleCompany } from '../company/sample.js';

export interface SurveyResponse {
  id: string;
  surveyId: string;
  createdAt: number;
  modifiedAt: number;
  status: 'completed' | 'partial' | 'overquota' | 'disqualified';
  preview: boolean;
  variables: Record<string, string>;
  /** 1 to 5; null when left empty. */
  stars: number | null;
  /** 0 to 10; null when left empty. */
  likely: number | null;
  repeated: boolean | null;
  comment: string | null;
}

export interface Survey {
  id: string;
  title: string;
}

/** What one account has asked and been answered. */
export class SurveyBook {
  readonly surveys: Survey[] = [];
  readonly responses: SurveyResponse[] = [];

  change(ids: string[], at: number): void {
    for (const response of this.responses.filter(({ id }) => ids.includes(id))) {
      response.comment = `${response.comment ?? ''} (edited)`.trim();
      response.modifiedAt = at;
    }
  }

  remove(ids: string[]): void {
    const left = this.responses.filter(({ id }) => !ids.includes(id));
    this.responses.splice(0, this.responses.length, ...left);
  }
}

/** SurveyMonkey tells whole seconds. */
const whole = (moment: number) => Math.floor(moment / 1000) * 1000;

const blank = (id: string, surveyId: string, at: number): SurveyResponse => ({
  id,
  surveyId,
  createdAt: whole(at),
  modifiedAt: whole(at),
  status: 'completed',
  preview: false,
  variables: {},
  stars: null,
  likely: null,
  repeated: null,
  comment: null,
});

const DAY = 86_400_000;

/** So many answers to two surveys, most of them with an account; some partial, screened out, or tried by the author. */
export function surveyBookWith(records: number, at: Date): SurveyBook {
  const book = new SurveyBook();
  book.surveys.push({ id: '400000001', title: 'Onboarding' }, { id: '400000002', title: 'Half a year' });
  for (let n = 0; n < records; n++) {
    const response = blank(String(900_000_001 + n), n % 40 === 39 ? '400000002' : '400000001', at.getTime() - 90 * DAY + n * 60_000);
    response.stars = 1 + (n % 5);
    response.likely = n % 7 === 0 ? n % 11 : null;
    response.repeated = n % 3 === 0 ? n % 2 === 0 : null;
    if (n % 2 === 0) response.variables.account_id = String(18_000 + n);
    else response.variables.email = `someone@customer-${n}.example`;
    if (n % 13 === 5) response.status = 'disqualified';
    if (n % 13 === 7) response.status = 'partial';
    if (n % 29 === 11) response.preview = true;
    book.responses.push(response);
  }
  return book;
}

/** The sample company's answers, had it asked through SurveyMonkey. */
export function surveyBookOf(company: SampleCompany): SurveyBook {
  const book = new SurveyBook();
  book.surveys.push({ id: '400000001', title: 'Onboarding' });
  for (const [n, { companyId, respondedAt, satisfied }] of company.truth.handoffs.entries()) {
    if (respondedAt === null || satisfied === null) continue;
    const response = blank(String(900_000_001 + n), '400000001', respondedAt);
    book.responses.push({ ...response, stars: satisfied ? 5 : 2, variables: { account_id: companyId } });
  }
  return book;
}
