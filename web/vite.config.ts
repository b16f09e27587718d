import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The Worker behind `vite dev`; `npm start` serves the built app and the API on one port and needs no proxy. */
const api = process.env.RIMLIGHT_API ?? 'http://127.0.0.1:8787';

export default defineConfig({
  root,
  plugins: [react(), tailwindcss()],
  server: { proxy: { '/api': api, '/cdn-cgi': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined assets would be data: URLs, which the content security policy allows for images only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Contracts only define schemas: the ones that a page does not use stay out of it, and zod with them.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/shared\/contracts\//, sideEffects: false }] } },
  },
});
