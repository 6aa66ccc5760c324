import { ActionIcon, Menu } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Right } from '../api/shape.js';
import { useSession } from '../api/use-session.js';
import { ROLE_WORDS } from './role-words.js';
import { SchemeItems } from './scheme-items.js';
import styles from './session-menu.module.css';
import { signOut } from './sign-out.js';
import { WorkspaceItems } from './workspace/workspace-items.js';

const PLACES: { to: '/member' | '/audit' | '/workspace'; label: string; needs: Right }[] = [
  { to: '/member', label: 'People', needs: 'people' },
  { to: '/audit', label: 'Audit log', needs: 'audit' },
  { to: '/workspace', label: 'Workspace', needs: 'workspace' },
];

/** Who one is, where else one may go, colours and the way out. */
export function SessionMenu() {
  const session = useSession().data;
  const client = useQueryClient();
  const rights = session?.rights ?? [];
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="You, your workspace and colours">
          <IconUserCircle size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {session && (
          <div className={styles.who}>
            <strong>{session.login?.name ?? 'Signed in with a link'}</strong>
            {session.login && <span>{session.login.email}</span>}
            <span>{ROLE_WORDS[session.role].name}</span>
          </div>
        )}
        <Menu.Divider />
        {session && (
          <Menu.Item component={Link} to="/login">
            {session.login ? 'Your login' : 'Make a login'}
          </Menu.Item>
        )}
        {session?.login && rights.includes('token') && (
          <Menu.Item component={Link} to="/token">
            API tokens
          </Menu.Item>
        )}
        {PLACES.filter(({ needs }) => rights.includes(needs)).map(({ to, label }) => (
          <Menu.Item key={to} component={Link} to={to}>
            {label}
          </Menu.Item>
        ))}
        {session && session.workspaces.length > 1 && <WorkspaceItems session={session} />}
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut(client)}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
