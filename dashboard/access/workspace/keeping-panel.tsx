import form from '../../ui/form/form.module.css';
import { Panel } from '../../ui/panel.js';
import { HoldForm } from './hold-form.js';
import { KeepForm } from './keep-form.js';
import { useKeeping } from './use-keeping.js';

/** How long what is kept, and the stop to every deletion. */
export function KeepingPanel({ workspaceId }: { workspaceId: string }) {
  const keeping = useKeeping(workspaceId);
  return (
    <Panel title="What is kept" query={keeping} height={160}>
      {({ auditDays, hold }) => (
        <div className={form.form}>
          <KeepForm key={auditDays} workspaceId={workspaceId} auditDays={auditDays} />
          <HoldForm workspaceId={workspaceId} hold={hold} />
        </div>
      )}
    </Panel>
  );
}
