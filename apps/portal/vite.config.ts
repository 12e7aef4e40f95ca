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

/**
 * What many pages share comes in two parts, and not in a hundred files that a browser fetches six at a time: the frame, which the
 * sign-in page needs as well, and what is needed only inside. A page that is not signed in to stays small: size.spec measures it.
 */
const INSIDE = [
  ...['@apollo', '@wry', 'graphql', 'optimism', 'rxjs', 'tslib'].map((name) => `/node_modules/${name}/`),
  ...['useAutocomplete', 'Autocomplete', 'Checkbox', 'Chip', 'Dialog', 'FormControlLabel', 'internal/SwitchBase', 'ListSubheader', 'Table', 'useMediaQuery'].map((name) => `/@mui/material/${name}`),
  ...['client', 'keys', 'pages'].map((name) => `/libs/api/src/${name}.ts`),
  ...['Calendar', 'ConfirmDialog', 'DataTable', 'DayInput', 'FilterBar', 'FormDialog', 'PageHeader', 'RowCards', 'RowHandle', 'SkeletonRows', 'StatusChip', 'day-text', 'useAbove', 'useToday'].map((name) => `/libs/ui/src/${name}.ts`),
  ...['session/client', 'session/index', 'shell/useUrlState'].map((name) => `/portal/src/${name}.ts`),
];
const isInside = (id: string) => INSIDE.some((part) => id.includes(part));
/** So many pages share a module that all may bring it. */
const MANY = 15;

export default defineConfig({
  plugins: [react(), compressed],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // The content security policy allows no inline script, and every browser we serve preloads modules itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'frame', priority: 2, minShareCount: MANY, test: (id) => !isInside(id) },
            { name: 'inside', priority: 1, minShareCount: MANY },
          ],
        },
      },
    },
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
