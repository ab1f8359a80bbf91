import { isIP } from 'node:net';
import * as z from 'zod';
import { ConfigError } from '../config.ts';

/** Where the metrics are read, and by whom. */
export interface MetricsSettings {
  host: string;
  port: number;
  /** What a scraper must say; null only on loopback. */
  token: string | null;
}

const LOOPBACK = new Set(['127.0.0.1', '::1']);
const MIN_TOKEN_CHARS = 24;

const settings = z.object({
  AMTSFEDER_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  AMTSFEDER_METRICS_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0, { error: 'must be an IP address' })
    .default('127.0.0.1'),
  AMTSFEDER_METRICS_TOKEN_FILE: z.string().optional(),
});

/**
 * Reads where the metrics are served.
 * @param readFile reads a file as text
 * @returns null where no port is named: nothing is served then
 * @throws ConfigError naming every variable that is wrong, without its value
 */
export function readMetricsSettings(
  env: Record<string, string | undefined>,
  readFile: (path: string) => string,
): MetricsSettings | null {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const { AMTSFEDER_METRICS_PORT: port, AMTSFEDER_METRICS_HOST: host } = parsed.data;
  if (port === undefined) return null;
  const file = parsed.data.AMTSFEDER_METRICS_TOKEN_FILE;
  const token = file === undefined ? null : readToken(file, readFile);
  if (token === null && !LOOPBACK.has(host)) {
    throw new ConfigError(
      'AMTSFEDER_METRICS_TOKEN_FILE: is needed where AMTSFEDER_METRICS_HOST is not 127.0.0.1 or ::1, since anyone who reaches the port could read the figures',
    );
  }
  return { host, port, token };
}

function readToken(file: string, readFile: (path: string) => string): string {
  let token: string;
  try {
    token = readFile(file).trim();
  } catch {
    throw new ConfigError('AMTSFEDER_METRICS_TOKEN_FILE: the file cannot be read');
  }
  if (token.length < MIN_TOKEN_CHARS) {
    throw new ConfigError(`AMTSFEDER_METRICS_TOKEN_FILE: needs at least ${MIN_TOKEN_CHARS} characters`);
  }
  return token;
}
