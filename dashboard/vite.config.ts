import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  // A chunk finds the others beside itself; the server makes the addresses in the page absolute.
  base: './',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/dashboard', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows no data: scripts and no inline module preload.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2023',
  },
  server: {
    proxy: { '/api': process.env.BATON_API ?? 'http://127.0.0.1:3000', '/sign-in': process.env.BATON_API ?? 'http://127.0.0.1:3000' },
  },
});
