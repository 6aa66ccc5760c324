import type { Token } from '../../api/shape.js';
import { Ask } from '../../ui/ask.js';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { day, fromNow } from '../../ui/format.js';
import { OWN_SIGHT } from '../role-words.js';
import { useRevoke } from './use-tokens.js';

export function TokenTable({ tokens }: { tokens: Token[] }) {
  const now = new Date();
  return (
    <DataTable
      caption="Tokens"
      rows={tokens}
      rowId={({ id }) => id}
      sort={undefined}
      onSort={null}
      columns={[
        { id: 'name', header: 'Name', cell: ({ name }) => name },
        { id: 'owner', header: 'Of', cell: ({ owner }) => (owner.own ? 'you' : (owner.name ?? 'somebody who is gone')) },
        { id: 'prefix', header: 'Begins with', cell: ({ prefix }) => <code>{prefix}…</code> },
        { id: 'scopes', header: 'May', cell: ({ scopes }) => scopes.join(', ') },
        { id: 'visibility', header: 'Sees', cell: ({ visibility }) => OWN_SIGHT[visibility] },
        { id: 'used', header: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? fromNow(lastUsedAt, now) : 'never') },
        { id: 'expires', header: 'Works until', cell: (token) => <Until token={token} now={now} /> },
        { id: 'revoke', header: 'Actions', cell: (token) => token.state === 'active' && <Revoke token={token} /> },
      ]}
    />
  );
}

function Until({ token, now }: { token: Token; now: Date }) {
  if (token.state === 'revoked' && token.revokedAt) return <Badge tone="bad">revoked {fromNow(token.revokedAt, now)}</Badge>;
  if (token.state === 'expired') return <Badge>expired {day(token.expiresAt)}</Badge>;
  return day(token.expiresAt);
}

function Revoke({ token }: { token: Token }) {
  const revoke = useRevoke(token.id);
  return (
    <Ask
      label="Revoke"
      about={`Revoke ${token.name}`}
      words={<p>Whatever program uses it is refused within a second. This cannot be undone.</p>}
      yes="Revoke it"
      act={revoke}
      danger
    />
  );
}
