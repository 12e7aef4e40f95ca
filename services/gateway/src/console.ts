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
    if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`);
    else logger.error('start', error);
    process.exit(1);
  }
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
