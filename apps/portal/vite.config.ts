import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
const served = ['/graphql', '/auth', '/files', '/events', '/exports', '/reference'];

/** What never changes under its name is compressed once, here, and not at each visit. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }) {
    const folder = join(dir!, 'assets');
    for (const file of readdirSync(folder).filter((name) => /\.(js|css|svg|json)$/.test(name))) {
      const bytes = readFileSync(join(folder, file));
      if (bytes.length < 1024) continue;
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [react(), compressed],
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
