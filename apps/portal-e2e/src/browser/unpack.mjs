import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

/**
 * node unpack.mjs FOLDER: the browser, its fonts, and the libraries that a bare system lacks. The package unpacks into
 * its process' folder for temporary files, which is why this is a process of its own. Several may run at once.
 */
const folder = process.argv[2];
const packed = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));
mkdirSync(dirname(folder), { recursive: true });
const own = mkdtempSync(`${folder}-`);
process.env.TMPDIR = own;
try {
  await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(join(packed, name))));
  // Its own list of fonts names folders of other machines.
  writeFileSync(join(own, 'fonts.conf'), `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`);
  renameSync(own, folder);
} catch (error) {
  rmSync(own, { recursive: true, force: true });
  // Whoever was first has put the same there.
  if (!existsSync(folder)) throw error;
}
