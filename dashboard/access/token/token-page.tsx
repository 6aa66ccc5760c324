import { IgnoredNotice } from '../../ui/ignored-notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { isScope, TokenForm } from './token-form.js';
import { TokenTable } from './token-table.js';
import { useTokens } from './use-tokens.js';

/** What programs sign in with on one's behalf. */
export function TokenPage() {
  const tokens = useTokens();
  return (
    <Page title="API tokens" lead={<p>A program that has a token sees what you see, and no more; it ends when your membership does.</p>}>
      <IgnoredNotice />
      {tokens.data?.scopes.length !== 0 && (
        <Panel title="New token" query={tokens} height={240}>
          {(data) => <TokenForm scopes={data.scopes.filter(isScope)} />}
        </Panel>
      )}
      <Panel
        title="Tokens"
        query={tokens}
        height={160}
        empty={(data) => (data.tokens.length === 0 ? { kind: 'nothing', title: 'There is no token yet' } : null)}
      >
        {(data) => <TokenTable tokens={data.tokens} />}
      </Panel>
    </Page>
  );
}
