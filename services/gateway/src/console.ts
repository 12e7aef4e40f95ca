import { once } from 'node:events';
import { createServer } from 'node:net';
import { logger, type Settings, SettingsError } from '@gongjian/platform';
import { demoAccounts } from './demo/accounts.ts';

/** How long a shutdown may take before it is cut short, in milliseconds. */
const PATIENCE = 10_000;

/** Starts something, and stops it on Ctrl-C or SIGTERM: no new requests, running ones end, then the database. */
export async function untilStopped(start: () => Promise<() => Promise<void>>): Promise<void> {
  let stopping = false;
  let stop: (() => Promise<void>) | undefined;
  const end = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    await stop?.().catch((error: unknown) => logger.error('stopping', error));
    process.exit(signal === 'failed' ? 1 : 0);
  };
  process.on('SIGINT', () => void end('SIGINT'));
  process.on('SIGTERM', () => void end('SIGTERM'));
  try {
    stop = await start();
  } catch (error) {
    const line = plainly(error);
    if (line) process.stderr.write(`${line}\n`);
    else logger.error('start', error);
    process.exit(1);
  }
}

/** One line for what the person at the terminal can put right; null for what is ours to find out. */
function plainly(error: unknown): string | null {
  if (error instanceof SettingsError) return error.message;
  const { code, port, address, syscall } = error as { code?: string; port?: number; address?: string; syscall?: string };
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return null;
  if (code === 'EADDRINUSE') return `PORT ${port} is in use by another program; stop it, or choose another PORT / 端口 ${port} 已被占用，请先停止占用它的程序，或换一个 PORT`;
  if (code === 'EACCES') return `PORT ${port} needs rights that this user does not have; choose one from 1024 on / 当前用户无权使用端口 ${port}，请换用 1024 以上的端口`;
  return `HOST ${address ?? ''} cannot be listened on (${code}) / 无法监听这个地址`;
}

/** Known before a database is started and a demo sown for a product that could not be reached. */
export async function requireFreePort({ PORT, HOST }: Pick<Settings, 'PORT' | 'HOST'>): Promise<void> {
  const probe = createServer().listen(PORT, HOST);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

export function announce(settings: Settings, url: string): void {
  // A port of 0 became a real one, which only the listening socket knows.
  const address = settings.PORT === 0 ? url : settings.PUBLIC_URL;
  const lines = ['', `  共建 Gongjian   ${address}`, ''];
  if (settings.DEMO) {
    lines.push('  演示账号 / demo accounts (仅用于演示, demo only)', '');
    for (const account of demoAccounts) lines.push(`  ${account.login.padEnd(12)} ${account.password.padEnd(16)} ${account.role} · ${account.consortium}`);
    lines.push('');
  }
  lines.push('  Ctrl-C 停止 / stops everything', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
