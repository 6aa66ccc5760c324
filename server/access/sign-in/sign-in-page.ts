import { LINK_HOURS } from './sign-in-link.js';

/** Shown for a link that does not open anything. It says the same for wrong, used and expired: a stranger learns nothing. */
export const refusedPage = () => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baton: this link does not open</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem; }
code { background: #8883; padding: .1em .35em; border-radius: .25em; }
</style>
</head>
<body>
<main>
<h1>This link does not open</h1>
<p>A sign-in link works once, within ${LINK_HOURS} hours. This one was used, has expired, or was not copied whole.</p>
<p>For a new one, run <code>npm run baton -- link</code> in the folder in which Baton runs, or start Baton again.</p>
</main>
</body>
</html>
`;
