import type { Moment, Rating } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';

/** What one Typeform account has asked and been answered. */
export interface TypeformBook {
  forms: TypeformForm[];
  responses: TypeformResponse[];
}

export interface TypeformForm {
  id: string;
  title: string;
}

export interface TypeformResponse {
  token: string;
  formId: string;
  at: Moment;
  companyId: string | null;
  email: string | null;
  /** 1 to 5; null when left empty. */
  stars: number | null;
  /** 0 to 10; null when left empty. */
  likely: number | null;
  repeated: boolean | null;
  comment: string | null;
}

/** Typeform tells whole seconds. */
const whole = (at: Moment): Moment => Math.floor(at / 1000) * 1000;

/** Every answered rating of the sample company as if it had been given in a form; each third names the customer by e-mail only. */
export function typeformBookOf(company: SampleCompany): TypeformBook {
  const organizations = new Map(company.organizations.map(({ id, companyId }) => [id, companyId]));
  const users = new Map(company.users.map(({ id, email, organizationId }) => [id, { email, organizationId }]));
  const answered = company.ratings.filter(({ score }) => score !== 'offered');
  const responses = answered.map((rating, n): TypeformResponse => {
    const { email = null, organizationId = null } = users.get(rating.requesterId) ?? {};
    const companyId = n % 3 === 0 ? null : (organizations.get(organizationId ?? '') ?? null);
    return { ...given(rating, n), companyId, email };
  });
  return { forms: FORMS, responses };
}

const FORMS: TypeformForm[] = [
  { id: 'kickoff1', title: 'After the kickoff' },
  { id: 'week1ok', title: 'Your first week' },
];

function given({ id, score, changedAt, comment }: Rating, n: number): Omit<TypeformResponse, 'companyId' | 'email'> {
  const good = score === 'good';
  const [even, fourth] = [n % 2 === 0, n % 4 === 0];
  return {
    token: tokenOf(Number(id)),
    formId: even ? 'kickoff1' : 'week1ok',
    at: whole(changedAt),
    stars: good ? 5 : 2,
    likely: even ? (good ? 9 : 3) : null,
    repeated: fourth ? !good : null,
    comment,
  };
}

/** As long as a token of Typeform. */
export const tokenOf = (n: number): string => `${n.toString(36)}z`.padStart(20, 'k');
