import type { Refusal } from './known-person.js';

/** Why nobody was let in, and what to do. */
const WORDS: Readonly<Record<Refusal | 'not-proven' | 'interrupted' | 'linked-already', [what: string, next: string]>> = {
  unverified: [
    'The provider does not vouch for your e-mail address.',
    'Confirm the address there, or sign in with your password and link the provider in your login.',
  ],
  uninvited: ['Nobody has invited you yet.', 'Ask an admin of Baton for an invitation to the address that the provider knows.'],
  disabled: ['This login was disabled.', 'Ask an admin of Baton.'],
  unlinked: ['You have taken your login apart from the provider.', 'Sign in with your password. In your login you can link the two again.'],
  'linked-otherwise': [
    'The login with your address belongs to somebody else at the provider.',
    'Sign in as that person there, or ask an admin of Baton.',
  ],
  'not-proven': ['What the provider sent back does not fit what was asked.', 'Begin again. If it happens twice, ask whoever runs Baton.'],
  interrupted: ['This sign-in was not begun in this browser, or took too long.', 'Begin again.'],
  'linked-already': ['This person of the provider is linked to a login already.', 'Sign in with the provider, or ask an admin of Baton.'],
};

/** Shown to one who came back from the provider and is not let in. `home` is where the dashboard is. */
export function refusedByProvider(why: keyof typeof WORDS, home: string): string {
  const [what, next] = WORDS[why];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baton: not signed in</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem; }
</style>
</head>
<body>
<main>
<h1>You are not signed in</h1>
<p>${what}</p>
<p>${next}</p>
<p><a href="${home}">To Baton</a></p>
</main>
</body>
</html>
`;
}
