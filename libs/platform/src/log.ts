/** One JSON line per event, on standard error. Never bodies, variables or personal data. */
function write(level: string, what: string, error?: unknown, extra: Record<string, unknown> = {}): void {
  const trouble = error instanceof Error ? { error: error.message, stack: error.stack, code: (error as { code?: unknown }).code } : {};
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, what, ...extra, ...trouble })}\n`);
}

export const logger = {
  info: (what: string, extra?: Record<string, unknown>) => write('info', what, undefined, extra),
  warn: (what: string, error?: unknown, extra?: Record<string, unknown>) => write('warn', what, error, extra),
  error: (what: string, error?: unknown, extra?: Record<string, unknown>) => write('error', what, error, extra),
};
