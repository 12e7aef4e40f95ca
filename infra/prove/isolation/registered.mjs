import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSettings, rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';

const PORTAL = fileURLToPath(new URL('../../../apps/portal/dist', import.meta.url));

/** Every route that the product answers, from its own table, as `GET /path/:id`. The built files of the portal are one. */
export function registeredRoutes(database) {
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', DEMO: 'off', PORT: '0', PUBLIC_URL: 'http://localhost', DATA_DIR: database.folder ?? '.', DATABASE_URL: database.url, SECRET_KEY: database.secretKey };
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], { env });
  const [, tree] = /^ROUTES (.*)$/m.exec(String(stdout)) ?? [];
  if (!tree) throw new Error(`the routes could not be read: ${String(stderr).slice(-2000)}`);
  return [...new Set(flat(JSON.parse(tree)))].toSorted();
}

/** The table comes as a tree, in which a route is the end of the one that it stands under. */
function flat(tree) {
  const above = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^((?:│ {3}| {4})*)[├└]── (.*?) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    if (part === undefined) return [];
    const level = indent.length / 4;
    above[level] = part;
    const path = above.slice(0, level + 1).join('');
    if (existsSync(`${PORTAL}${path}`) && path !== '/') return ['GET /‹files of the portal›'];
    return methods.split(', ').filter((method) => method !== 'HEAD' && method !== 'OPTIONS').map((method) => `${method} ${path}`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { openProduct } = await import('../../../services/gateway/dist/one-process.js');
  const settings = readSettings(process.env);
  const [secrets, roles] = [new Secrets(settings.SECRET_KEY), rolesOf(settings.DATABASE_URL)];
  const address = (role) => urlAs(settings.DATABASE_URL, role, secrets);
  const product = await openProduct(settings, { ownerUrl: settings.DATABASE_URL, appUrl: address(roles.app), authUrl: address(roles.auth), stop: async () => undefined });
  process.stdout.write(`ROUTES ${JSON.stringify(product.host.fastify.printRoutes({ commonPrefix: false }))}\n`, () => process.exit(0));
}
