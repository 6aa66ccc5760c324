/** Ends with 0 when the server of this container can answer; for the health check of an image that brings no other program to ask with. */
const port = process.env.PORT || '4010';

process.exitCode = await fetch(`http://127.0.0.1:${port}/readyz`, { redirect: 'manual', signal: AbortSignal.timeout(4_000) }).then(
  ({ status }) => (status === 200 ? 0 : 1),
  () => 1,
);
