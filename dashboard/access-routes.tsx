import { createRoute } from '@tanstack/react-router';
import { auditSearch } from './access/audit/audit-search.js';
import { memberSearch } from './access/member/member-search.js';
import { root } from './root.js';
import { readSearch } from './ui/read-search.js';
import { useChange } from './use-change.js';

const nothing = readSearch({});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  loader: () => import('./access/login/login-page.js'),
  validateSearch: nothing,
  component: function Login() {
    const { LoginPage } = login.useLoaderData();
    return <LoginPage />;
  },
});

const token = createRoute({
  getParentRoute: () => root,
  path: '/token',
  loader: () => import('./access/token/token-page.js'),
  validateSearch: nothing,
  component: function Tokens() {
    const { TokenPage } = token.useLoaderData();
    return <TokenPage />;
  },
});

const member = createRoute({
  getParentRoute: () => root,
  path: '/member',
  loader: () => import('./access/member/people-page.js'),
  validateSearch: memberSearch,
  component: function People() {
    const { PeoplePage } = member.useLoaderData();
    return <PeoplePage search={member.useSearch()} change={useChange()} />;
  },
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  loader: () => import('./access/audit/audit-page.js'),
  validateSearch: auditSearch,
  component: function Audit() {
    const { AuditPage } = audit.useLoaderData();
    return <AuditPage search={audit.useSearch()} change={useChange()} />;
  },
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/workspace',
  loader: () => import('./access/workspace/workspace-page.js'),
  validateSearch: nothing,
  component: function Workspace() {
    const { WorkspacePage } = workspace.useLoaderData();
    return <WorkspacePage />;
  },
});

const erasure = createRoute({
  getParentRoute: () => root,
  path: '/erasure',
  loader: () => import('./erasure/erasure-page.js'),
  validateSearch: nothing,
  component: function Erasure() {
    const { ErasurePage } = erasure.useLoaderData();
    return <ErasurePage />;
  },
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  staticData: { open: true },
  loader: () => import('./access/invitation/invitation-page.js'),
  component: function Invitation() {
    const { InvitationPage } = invitation.useLoaderData();
    return <InvitationPage />;
  },
});

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  staticData: { open: true },
  loader: () => import('./access/password-reset/password-reset-page.js'),
  component: function PasswordReset() {
    const { PasswordResetPage } = passwordReset.useLoaderData();
    return <PasswordResetPage />;
  },
});

/** The pages of people and rights. */
export const accessRoutes = [login, token, member, audit, workspace, erasure, invitation, passwordReset] as const;
