import { serveSubgraph } from './host.ts';
import { logger } from './log.ts';
import { Platform } from './platform.ts';
import { mailSettings, readSettings, secretsOf, type Settings, SettingsError } from './settings.ts';
import type { SubgraphDefinition } from './subgraph.ts';

/**
 * Runs one subgraph until SIGTERM. The schema is migrated by whoever deploys; this process connects as the runtime role alone.
 * @param address the setting that says where it listens
 */
export async function runSubgraph(definition: SubgraphDefinition, address: 'DIRECTORY_URL' | 'SCHEDULING_URL'): Promise<void> {
  const settings = settingsOrEnd();
  const platform = await Platform.open(settings.APP_DATABASE_URL!, secretsOf(settings), [definition], settings.DATABASE_POOL, mailSettings(settings), settings.AUDIT_MONTHS, settings.OUTGOING_NETWORKS);
  const host = await serveSubgraph(definition, platform, Number(new URL(settings[address]).port), settings.NODE_ENV === 'production');
  const stop = async () => {
    await host.app.close();
    await platform.close();
    process.exit(0);
  };
  // Ctrl-C reaches every process of the terminal; the one that started us decides when.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void stop().catch((error: unknown) => logger.error('stopping', error)));
}

/** A wrong setting ends the process with the line that names it. */
function settingsOrEnd(): Settings {
  try {
    const settings = readSettings(process.env);
    if (!settings.APP_DATABASE_URL) throw new SettingsError('APP_DATABASE_URL is needed where subgraphs are processes of their own');
    return settings;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
