import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Executable {
  path: string;
  env: Record<string, string>;
}

/** Chromium as it comes from npm, unpacked once for each version; `npm ci` takes it away with the rest. */
export function unpacked(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const folder = join(ROOT, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'unpack.mjs'), folder], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    if (status !== 0) throw new Error(`The browser could not be unpacked: ${stderr}`);
  }
  return folder;
}

/** Whether the system's linker finds everything that the program needs, and why not. */
export function starts({ path, env }: Executable): { ok: boolean; said: string } {
  const { status, stderr, error } = spawnSync(path, ['--version'], { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 30_000 });
  return { ok: status === 0, said: error ? error.message : stderr };
}

/** With the system's libraries, or with packed ones. */
export function variants(folder = unpacked()): { system: Executable; packed: Executable } {
  // Without any fonts of the system text would have no width.
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const path = join(folder, 'chromium');
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { system: { path, env: fonts }, packed: { path, env: { ...fonts, LD_LIBRARY_PATH: libraries } } };
}

/** The browser for these tests. A fresh machine lacks libraries such as NSS; then those packed with it serve. */
export function executable(): Executable {
  const { system, packed } = variants();
  const alone = starts(system);
  if (alone.ok) return system;
  const helped = starts(packed);
  if (helped.ok) return packed;
  throw new Error(`The browser does not start: ${alone.said}\nNor with the libraries packed with it: ${helped.said}`);
}

/** How it is started: what is optimised pays back after minutes, and a page lives for seconds here; where no language is set, Chromium cannot write a file's Chinese name. */
export const launching = ({ path, env }: Executable) => ({ executablePath: path, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } as Record<string, string>, args: ['--no-sandbox', '--disable-gpu', '--js-flags=--no-opt'] });
