// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '../../dashboard/api/problem.js';
import { type Asked, Panel } from '../../dashboard/ui/panel.js';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const asked = (given: Partial<Asked<number[]>>): Asked<number[]> => ({
  data: undefined,
  error: null,
  isFetching: false,
  refetch: () => undefined,
  ...given,
});

function show(query: Asked<number[]>) {
  return render(
    <MantineProvider>
      <Panel
        title="Churn"
        query={query}
        height={100}
        empty={(data) => (data.length === 0 ? { kind: 'no match', title: 'No handoff matches' } : null)}
      >
        {(data) => <p>{data.join()} shown</p>}
      </Panel>
    </MantineProvider>,
  );
}

test('a quick answer never shows a skeleton, a slow one does after 200 ms', () => {
  vi.useFakeTimers();
  show(asked({ isFetching: true }));
  act(() => vi.advanceTimersByTime(190));
  expect(screen.queryByLabelText('Churn is loading')).toBeNull();
  act(() => vi.advanceTimersByTime(20));
  expect(screen.getByLabelText('Churn is loading')).toBeTruthy();
});

test('a failure says what, why and under which request, and can be tried again', async () => {
  const refetch = vi.fn();
  show(asked({ error: new ApiProblem(503, 'The database does not answer.', 'req-17'), refetch }));
  expect(screen.getByRole('alert').textContent).toMatch(/Churn could not be shown.*The database does not answer.*req-17/);
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(refetch).toHaveBeenCalledOnce();
});

test('a refresh that fails leaves the numbers from before', () => {
  show(asked({ data: [7], error: new ApiProblem(0, 'The server does not answer.', null) }));
  expect(screen.getByText('7 shown')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('from before');
});

test('a refusal is no failure: it says that one may not see this', () => {
  show(asked({ error: new ApiProblem(403, 'Only admins see churn.', null) }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('Only admins see churn.')).toBeTruthy();
});

test('nothing to show replaces the content with the reason', () => {
  show(asked({ data: [] }));
  expect(screen.getByText('No handoff matches')).toBeTruthy();
  expect(screen.queryByText(/shown/)).toBeNull();
});
