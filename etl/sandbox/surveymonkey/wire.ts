import type { Survey, SurveyResponse } from './book.js';

const STARS = [1, 2, 3, 4, 5].map((weight) => ({ id: `50${weight}`, position: weight, visible: true, text: '', weight, is_na: false }));
const LIKELY = Array.from({ length: 11 }, (_, n) => ({
  id: `6${String(n).padStart(2, '0')}`,
  position: n + 1,
  visible: true,
  text: String(n),
  weight: n < 7 ? -100 : n < 9 ? 0 : 100,
  is_na: false,
}));
const YES_NO = ['Agree', 'Disagree'].map((text, n) => ({
  id: `70${n + 1}`,
  position: n + 1,
  visible: true,
  text,
  quiz_options: { score: 0 },
}));

/** Whole seconds, in UTC, with an offset. */
export const wireMoment = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}+00:00`;

interface Shape {
  id: string;
  heading: string;
  family: string;
  choices: unknown[];
}

const question = ({ id, heading, family, choices }: Shape, position: number) => ({
  id,
  position,
  visible: true,
  family,
  subtype: family === 'matrix' ? 'rating' : 'vertical',
  headings: [{ heading }],
  required: null,
  forced_ranking: false,
  ...(choices.length === 0 ? {} : { answers: { choices, rows: [{ id: `${id}1`, position: 1, visible: true, text: '' }] } }),
});

export function wireDetails({ id, title }: Survey, url: string, count: number) {
  const questions = [
    { id: '101', heading: '<b>How satisfied</b> are you with your start?', family: 'matrix', choices: STARS },
    { id: '102', heading: 'How likely is it that you would recommend us?', family: 'matrix', choices: LIKELY },
    { id: '103', heading: 'I had to repeat what I had told you before.', family: 'single_choice', choices: YES_NO },
    { id: '104', heading: 'Is there anything else?', family: 'open_ended', choices: [] },
  ].map(question);
  return {
    id,
    title,
    nickname: '',
    language: 'en',
    folder_id: '0',
    category: '',
    question_count: questions.length,
    page_count: 1,
    response_count: count,
    date_created: '2024-01-01T00:00:00',
    date_modified: '2024-01-02T00:00:00',
    href: `${url}/v3/surveys/${id}`,
    pages: [{ id: '1', title: '', description: '', position: 1, question_count: questions.length, href: '', questions }],
  };
}

export function wireResponse(response: SurveyResponse, url: string) {
  const { id, surveyId, stars, likely, repeated, comment } = response;
  const answered = [
    { id: '101', answers: stars === null ? [] : [{ choice_id: `50${stars}`, row_id: '1011' }] },
    { id: '102', answers: likely === null ? [] : [{ choice_id: `6${String(likely).padStart(2, '0')}`, row_id: '1021' }] },
    { id: '103', answers: repeated === null ? [] : [{ choice_id: repeated ? '701' : '702' }] },
    { id: '104', answers: comment === null ? [] : [{ text: comment }] },
  ];
  return {
    id,
    recipient_id: '',
    collection_mode: response.preview ? 'preview' : 'default',
    response_status: response.status,
    custom_value: '',
    first_name: '',
    last_name: '',
    email_address: '',
    ip_address: '192.0.2.1',
    logic_path: {},
    metadata: { contact: {} },
    page_path: [],
    collector_id: '300000001',
    survey_id: surveyId,
    custom_variables: response.variables,
    edit_url: '',
    analyze_url: `${url}/analyze/browse/${id}`,
    total_time: 42,
    date_created: wireMoment(response.createdAt),
    date_modified: wireMoment(response.modifiedAt),
    href: `${url}/v3/surveys/${surveyId}/responses/${id}`,
    pages: [{ id: '1', questions: answered.filter(({ answers }) => answers.length > 0) }],
  };
}
