import { useSession } from '../../api/use-session.js';
import { IgnoredNotice } from '../../ui/ignored-notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { DeleteLogin } from './delete-login.js';
import { FirstLoginForm } from './first-login-form.js';
import { LinkProvider } from './link-provider.js';
import { NameForm } from './name-form.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordChange } from './password-change.js';
import { SecondFactor } from './second-factor.js';
import { UnlinkProvider } from './unlink-provider.js';

/** What is one's own: name, password, second factor, and where one is signed in. */
export function LoginPage() {
  const session = useSession();
  const { login } = session.data ?? {};
  return (
    <Page title={login === null ? 'Make a login' : 'Your login'}>
      <IgnoredNotice />
      <Panel title={login === null ? 'A login of your own' : 'Who you are'} query={session} height={180}>
        {(data) =>
          data.login ? (
            <>
              <NameForm key={data.login.email} login={data.login} />
              {data.login.password && (data.login.linked ? <UnlinkProvider /> : <LinkProvider />)}
              {data.login.password && <DeleteLogin />}
            </>
          ) : (
            <FirstLoginForm />
          )
        }
      </Panel>
      {login && (
        <>
          {login.password && <PasswordChange email={login.email} />}
          {login.password && <SecondFactor login={login} />}
        </>
      )}
      {login && <OwnSessions />}
    </Page>
  );
}
