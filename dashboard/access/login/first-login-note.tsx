import { Link, useLocation } from '@tanstack/react-router';
import { useSession } from '../../api/use-session.js';
import styles from '../note.module.css';

/** To who came with a link from the server: there is a better way to come back. Not on the sample company, where nobody needs one. */
export function FirstLoginNote() {
  const session = useSession().data;
  const { pathname } = useLocation();
  if (!session || session.login || session.workspace.sample || pathname === '/login') return null;
  return (
    <p className={styles.first}>
      <span>You came with a link from the server. With a login of your own you can come back, and invite others.</span>
      <Link to="/login">Make a login</Link>
    </p>
  );
}
