import { Button } from '@mantine/core';
import { DataTable } from '../ui/data-table.js';
import { Panel } from '../ui/panel.js';
import { useFoundPeople } from './use-erasure.js';

interface FoundPeopleProps {
  words: string;
  choose: (email: string) => void;
}

/** Who is meant. */
export function FoundPeople({ words, choose }: FoundPeopleProps) {
  const found = useFoundPeople(words);
  return (
    <Panel
      title="Found"
      query={found}
      height={160}
      empty={({ people }) =>
        people.length === 0
          ? { kind: 'no match', title: 'Nobody of that address or name', words: 'The sources know nobody of it, or nobody any more.' }
          : null
      }
    >
      {({ people, most }) => (
        <DataTable
          caption="People found"
          rows={people}
          rowId={({ email }) => email}
          sort={undefined}
          onSort={null}
          columns={[
            {
              id: 'email',
              header: 'E-mail',
              // First, so that it is within reach on a phone.
              cell: ({ email }) => (
                <Button size="compact-sm" variant="default" aria-label={`See what is known of ${email}`} onClick={() => choose(email)}>
                  {email}
                </Button>
              ),
            },
            { id: 'name', header: 'Name', cell: ({ name }) => name ?? 'not known' },
            { id: 'side', header: 'Whose', cell: ({ internal }) => (internal ? 'one of ours' : "a customer's") },
          ]}
          foot={people.length === most ? `The first ${most}. Say more of the address.` : undefined}
        />
      )}
    </Panel>
  );
}
