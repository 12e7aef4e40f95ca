import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
const served = ['/graphql', '/auth', '/files', '/events', '/exports', '/reference'];

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // The content security policy allows no inline script, and every browser we serve preloads modules itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      ...Object.fromEntries(served.map((path) => [path, { target: server }])),
      // /imports is a page as well; only the files below it come from the server.
      '^/imports/[^/]+/rejected\\.xlsx': { target: server },
    },
  },
});
