import { expect, test } from 'vitest';
import { changeWords } from './change-words.js';

const said = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  changeWords({ before, after }, 'Europe/Berlin').map(({ words }) => words);

test.each([
  [{ churned_at: null }, { churned_at: '2026-03-03T10:00:00+00:00' }, ['Left on 3 March 2026 instead of never']],
  [{ churned_at: '2026-03-03T10:00:00+00:00' }, { churned_at: null }, ['Left: never instead of on 3 March 2026']],
  [{ won_at: '2026-03-03T10:00:00Z' }, { won_at: '2026-03-05T10:00:00Z' }, ['Won on 5 March 2026 instead of 3 March 2026']],
  [
    { welcome_at: '2026-03-03T10:00:00Z' },
    { welcome_at: '2026-03-03T11:30:00Z' },
    ['Welcomed on 3 March 2026 at 12:30:00 instead of 11:00:00'],
  ],
  [{ kickoff_at: '2026-03-03T23:30:00Z' }, { kickoff_at: null }, ['Kickoff held: never instead of on 4 March 2026']],
  [{ escalation_at: [] }, { escalation_at: ['2026-03-03T10:00:00Z'] }, ['Escalations: 1 instead of 0']],
  [
    { contact_at: ['2026-03-03T10:00:00Z'] },
    { contact_at: ['2026-03-04T10:00:00Z'] },
    ['Contacts in the first 14 days: 1, at other moments'],
  ],
  [
    { brief_section_at: [null, null] },
    { brief_section_at: [null, '2026-03-03T10:00:00Z'] },
    ['Sections of the brief filled: 1 instead of 0'],
  ],
  [{ csm_name: null }, { csm_name: 'Lena Roth' }, ['CSM: Lena Roth instead of none']],
  [
    { dimensions: { region: 'DACH', csm: 'A' } },
    { dimensions: { region: 'Nordics', csm: 'B', product: 'Plus' } },
    ['region: Nordics instead of DACH', 'product: Plus instead of none'],
  ],
  [
    { survey_satisfied: true, survey_score: 5 },
    { survey_satisfied: false, survey_score: 2 },
    ['First answer: not satisfied instead of satisfied', 'First answer: 2 instead of 5'],
  ],
  [{ repeat_tier: ['inferred'] }, { repeat_tier: ['reported'] }, ['Evidence of repeated information is another']],
  [{ removed_at: '2026-03-03T10:00:00Z' }, { removed_at: null }, ['Is a handoff, and was not told of before']],
  [
    { removed_at: null, won_at: '2026-03-03T10:00:00Z' },
    { removed_at: '2026-03-03T10:00:00Z' },
    ['Is no handoff any more: deleted, excluded, or not won'],
  ],
])('%j that became %j is %j', (before, after, words) => {
  expect(said(before, after)).toEqual(words);
});

test('names the moments that were not told before', () => {
  const [change] = changeWords(
    { before: { escalation_at: ['2026-03-03T10:00:00Z'] }, after: { escalation_at: ['2026-03-03T10:00:00Z', '2026-03-09T10:00:00Z'] } },
    'UTC',
  );
  expect(change?.added).toEqual([Date.UTC(2026, 2, 9, 10)]);
});
