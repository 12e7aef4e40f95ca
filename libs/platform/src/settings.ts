import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Secrets } from './secrets.ts';
import type { MailSettings } from './mail/mailer.ts';
import { parseNetwork } from './outgoing.ts';

const flag = z.enum(['on', 'off']);
const whole = (low: number, high: number) => z.string().regex(/^\d+$/, 'not a whole number').transform(Number).pipe(z.number().int().min(low).max(high));

const network = z.string().refine(isNetwork, 'must be networks such as 10.20.0.0/16, with commas between them / 必须是用逗号分隔的网段');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** The port of the one public door. 0 takes any free one. */
  PORT: whole(0, 65535).prefault('3000'),
  /** The address that is listened on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Where embedded PostgreSQL and generated secrets live. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** Your own PostgreSQL, 15 to 18, as a role that may create schemas and roles. Embedded PostgreSQL when empty. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The runtime roles' own addresses, where the role of DATABASE_URL may not create roles. */
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  AUTH_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The address under which browsers reach the product. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** At least 32 characters; everything secret is derived from it. Generated into DATA_DIR outside production. */
  SECRET_KEY: z.string().min(32).optional(),
  /** The one that was used before, while everything is moved to the present one. */
  SECRET_KEY_PREVIOUS: z.string().min(32).optional(),
  /** The demo is sown into an empty database. */
  DEMO: flag.optional(),
  /** A session that was not used for so long ends. */
  SESSION_IDLE_MINUTES: whole(1, 24 * 60).prefault('30'),
  /** A session ends after so long in any case. */
  SESSION_HOURS: whole(1, 24 * 30).prefault('12'),
  /** The first platform operator of a database without one. */
  OPERATOR_LOGIN: z.string().min(3).optional(),
  OPERATOR_PASSWORD: z.string().min(10).optional(),
  /** Connections to PostgreSQL per process. Fewer, and processors stand idle while everybody waits for the disk. */
  DATABASE_POOL: whole(2, 200).prefault('64'),
  /** The mail server, `smtp://user:password@host:587` or `smtps://…:465`. Without it mails stay in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mails come from: `gongjian@example.edu.cn` or `共建 <gongjian@example.edu.cn>`. */
  MAIL_FROM: z.string().regex(/^(?:[^<>@\r\n"]{1,80} <[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;"]+>|[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;"]+)$/, 'must be an address, or a name and an address: 共建 <gongjian@example.edu.cn>').optional(),
  /** Months after which whole segments of the audit log are taken away; kept for good when not set. The law asks for six. */
  AUDIT_MONTHS: whole(6, 1200).optional(),
  /** Networks that may be asked besides the public Internet, where people give addresses (identity providers, webhooks): `10.20.0.0/16,10.30.0.0/16`. */
  OUTGOING_NETWORKS: z.string().prefault('').transform((text) => text.split(',').map((each) => each.trim()).filter(Boolean)).pipe(z.array(network)),
  /** Where the subgraphs listen when they run as processes of their own. */
  DIRECTORY_URL: z.url().default('http://127.0.0.1:3101'),
  SCHEDULING_URL: z.url().default('http://127.0.0.1:3102'),
}).refine((read) => !read.SMTP_URL || read.MAIL_FROM, { path: ['MAIL_FROM'], message: 'is needed with SMTP_URL / 设置了 SMTP_URL 时必须同时设置' });

export type Settings = Omit<z.infer<typeof environment>, 'DEMO' | 'PUBLIC_URL' | 'SECRET_KEY'> & {
  DEMO: boolean;
  PUBLIC_URL: string;
  SECRET_KEY: string;
};

export class SettingsError extends Error {}

/**
 * Reads and checks the settings of a process.
 * @param env usually process.env; empty values count as not set
 * @throws SettingsError with one line for each setting that is wrong
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${shown(issue.path.join('.'), given)}: ${issue.message}`);
    throw new SettingsError(`Settings are wrong / 环境变量有误:\n${lines.join('\n')}`);
  }
  const read = parsed.data;
  const dataDir = resolve(read.DATA_DIR);
  return {
    ...read,
    DATA_DIR: dataDir,
    DEMO: read.DEMO === undefined ? read.NODE_ENV === 'development' : read.DEMO === 'on',
    PUBLIC_URL: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    SECRET_KEY: read.SECRET_KEY ?? generatedSecret(dataDir, read.NODE_ENV),
  };
}

/** What was given, without what is nobody's to read in a terminal's history. */
function shown(name: string, given: Record<string, string | undefined>): string {
  const value = /SECRET|PASSWORD/.test(name) ? '…' : (given[name] ?? '').replace(/\/\/[^/]*@/, '//…@');
  return `${name}=${value}`;
}

/** What everything secret follows from. */
export const secretsOf = ({ SECRET_KEY, SECRET_KEY_PREVIOUS }: Pick<Settings, 'SECRET_KEY' | 'SECRET_KEY_PREVIOUS'>): Secrets => new Secrets(SECRET_KEY, SECRET_KEY_PREVIOUS);

/** How mails leave, from the settings of a process. */
export function mailSettings({ PUBLIC_URL, SMTP_URL, MAIL_FROM }: Settings): MailSettings {
  return { publicUrl: PUBLIC_URL, smtpUrl: SMTP_URL, from: MAIL_FROM };
}

function isNetwork(text: string): boolean {
  try {
    return parseNetwork(text)[1] >= 0;
  } catch {
    return false;
  }
}

/** A secret that survives restarts, so that sealed personal data stays readable. */
function generatedSecret(dataDir: string, nodeEnv: string): string {
  if (nodeEnv === 'production') {
    throw new SettingsError('SECRET_KEY is required in production: 32 characters or more, the same for all processes / 生产环境必须设置 SECRET_KEY');
  }
  const file = join(dataDir, 'secret');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw unusable(dataDir, error);
  }
  const secret = randomBytes(32).toString('base64url');
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw unusable(dataDir, error);
  }
  return secret;
}

function unusable(dataDir: string, error: unknown): SettingsError {
  return new SettingsError(`DATA_DIR ${dataDir} cannot be used / 不能使用这个数据目录: ${error instanceof Error ? error.message : ''}`);
}
