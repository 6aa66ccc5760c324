import { Door } from '../door.js';
import { useEnter } from '../use-enter.js';
import { SignInForm } from './sign-in-form.js';

/** Shown in place of any page to who is not signed in; the address stays, so that one comes to the view that was asked for. */
export function SignInPage() {
  const enter = useEnter();
  return (
    <Door title="Sign in" lead={<p>Baton shows whether your sales-to-success handoffs work.</p>}>
      <SignInForm entered={enter} />
    </Door>
  );
}
