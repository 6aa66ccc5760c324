import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { DefinitionEditor } from './definition-editor.js';
import type { DefinitionSearch } from './definition-search.js';
import { History } from './history.js';
import { useDefinition } from './use-definition.js';

/** What the numbers mean: changed, tried beside what holds, and decided with a reason. */
export function DefinitionPage({ search }: { search: DefinitionSearch }) {
  const definition = useDefinition();
  return (
    <Page
      title="Definitions"
      lead={
        <p>
          Targets, windows and weights are applied when a number is counted; rules are applied to every handoff anew. A change is a new
          version, marked on the trends it touches, and older versions can still be counted by.
        </p>
      }
    >
      <IgnoredNotice />
      <Panel title="Definition" hideTitle bare query={definition} height={620}>
        {(data) => (
          <>
            <DefinitionEditor given={data} part={search.part ?? 'targets'} />
            <History given={data} />
          </>
        )}
      </Panel>
    </Page>
  );
}
