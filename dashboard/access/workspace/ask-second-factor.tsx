import type { Session } from '../../api/shape.js';
import { Choice } from '../../ui/choice.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { Section } from '../../ui/section.js';
import { useChangeWorkspace } from './use-workspaces.js';

const OPTIONS = [
  { value: 'nobody', label: 'is up to each' },
  { value: 'workspace', label: 'is asked of everybody' },
] as const;

/** Whether one gets in with a password alone. */
export function AskSecondFactor({ session: { workspaceId, workspace, login } }: { session: Session }) {
  const change = useChangeWorkspace(workspaceId);
  if (workspace.secondFactor === 'installation')
    return (
      <Section title="Signing in">
        <p>A second factor is asked of everybody. Whoever runs this Baton has set it so, for all workspaces.</p>
      </Section>
    );
  return (
    <Section title="Signing in">
      <div className={form.form}>
        <Choice
          label="A second factor"
          value={workspace.secondFactor}
          options={OPTIONS}
          onChange={(chosen) => change.mutate({ secondFactorRequired: chosen === 'workspace' })}
        />
        <p className={form.soft}>
          Asked of everybody, whoever signs in with a password and has none sees nothing until it is set up, from their next click on; their
          API tokens wait for it too. Who comes by your provider is taken at its word.
          {login?.password && !login.secondFactor && ' You have none yet: you would be the first to be asked.'}
        </p>
        <Outcome of={change} done="Saved." />
      </div>
    </Section>
  );
}
