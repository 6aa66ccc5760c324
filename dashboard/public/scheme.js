// Before the first paint, so that a dark screen never flashes white. A file of its own: the security policy allows no inline script.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('baton-color-scheme');
  } catch {
    // Storage is switched off: follow the system.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
