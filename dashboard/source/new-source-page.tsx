import { Link, useNavigate } from '@tanstack/react-router';
import type { SourceKind } from '../api/shape.js';
import { useSession } from '../api/use-session.js';
import { Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { ConnectForm } from './connect-form.js';
import { OwnWorkspaceForm } from './own-workspace-form.js';
import styles from './source.module.css';
import { useSourceKinds } from './use-connect.js';

/** Which tool, and what it must be told. */
export function NewSourcePage({ kind: chosen }: { kind: string | undefined }) {
  const kinds = useSourceKinds();
  const sample = useSession().data?.workspace.sample ?? false;
  const navigate = useNavigate();
  const done = (id: string) => void navigate({ to: '/source/$id', params: { id } });
  return (
    <Page title="Connect a source" crumbs={<Link to="/source">Sources</Link>} lead={<p>Baton reads, and never writes to your tools.</p>}>
      <Panel title="Kinds of sources" hideTitle bare query={kinds} height={360}>
        {(data) => {
          const kind = data.kinds.find((one) => one.kind === chosen);
          return (
            <>
              <ul className={styles.kinds}>
                {data.kinds.map((one) => (
                  <KindCard key={one.kind} kind={one} chosen={one.kind === chosen} />
                ))}
              </ul>
              {kind && !kind.byHand && (
                <section className={styles.card} aria-label={kind.name}>
                  <h2>{kind.name}</h2>
                  {sample ? <OwnWorkspaceForm /> : <ConnectForm key={kind.kind} kind={kind} done={done} />}
                </section>
              )}
            </>
          );
        }}
      </Panel>
    </Page>
  );
}

function KindCard({ kind, chosen }: { kind: SourceKind; chosen: boolean }) {
  return (
    <li>
      {kind.kind === 'csv' ? (
        <Link to="/import" className={styles.kind}>
          <strong>{kind.name}</strong>
          <span>{kind.about}</span>
        </Link>
      ) : kind.byHand ? (
        <div className={styles.kind}>
          <strong>{kind.name}</strong>
          <span>{kind.about}</span>
          <span>Handed over by a command: see the README.</span>
        </div>
      ) : (
        <Link to="/source/new" search={{ kind: kind.kind }} className={styles.kind} aria-current={chosen || undefined} resetScroll={false}>
          <strong>{kind.name}</strong>
          <span>{kind.about}</span>
        </Link>
      )}
    </li>
  );
}
