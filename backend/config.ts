import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Limits } from './models/guard.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'] as const;

/** The Vorlagen that come with Amtsfeder. */
const OWN_TEMPLATES = fileURLToPath(new URL('../templates', import.meta.url));

const seconds = (fallback: number) => z.coerce.number().positive().max(3600).default(fallback);

const environment = z
  .object({
    HOST: z
      .string()
      .default('127.0.0.1')
      .refine((host): host is (typeof LOOPBACK)[number] => (LOOPBACK as readonly string[]).includes(host), {
        error:
          'must be 127.0.0.1, localhost or ::1: there is no sign-in yet, so anyone who reaches the port could use the models',
      }),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    TLS_CERT_FILE: z.string().min(1).optional(),
    TLS_KEY_FILE: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    SHUTDOWN_SECONDS: seconds(20),
    MODEL_CONNECT_SECONDS: seconds(120),
    MODEL_FIRST_TEXT_SECONDS: seconds(180),
    MODEL_IDLE_SECONDS: seconds(60),
    MODEL_TOTAL_SECONDS: seconds(900),
    AMTSFEDER_AI_NOTE: z.enum(['on', 'off']).default('off'),
    AMTSFEDER_TEMPLATES_DIR: z.string().default(OWN_TEMPLATES),
  })
  .refine((env) => (env.TLS_CERT_FILE === undefined) === (env.TLS_KEY_FILE === undefined), {
    path: ['TLS_CERT_FILE'],
    error: 'TLS_CERT_FILE and TLS_KEY_FILE go together',
  });

/** What the operator decided, checked. Times in milliseconds. */
export interface Config {
  host: (typeof LOOPBACK)[number];
  port: number;
  tls: { certFile: string; keyFile: string } | null;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  shutdownMs: number;
  modelLimits: Limits;
  /** Whether texts made with AI shall say so to their readers. */
  aiNote: boolean;
  /** Folder of the Vorlagen and Textbausteine. */
  templatesFolder: string;
}

/** The environment does not describe an installation that may start; the message says why, line by line. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError naming every variable that is wrong; values are never repeated, since one may be a key
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const { data } = parsed;
  return {
    host: data.HOST as Config['host'],
    port: data.PORT,
    tls:
      data.TLS_CERT_FILE !== undefined && data.TLS_KEY_FILE !== undefined
        ? { certFile: data.TLS_CERT_FILE, keyFile: data.TLS_KEY_FILE }
        : null,
    logLevel: data.LOG_LEVEL,
    shutdownMs: data.SHUTDOWN_SECONDS * 1000,
    aiNote: data.AMTSFEDER_AI_NOTE === 'on',
    templatesFolder: data.AMTSFEDER_TEMPLATES_DIR,
    modelLimits: {
      connect: data.MODEL_CONNECT_SECONDS * 1000,
      firstToken: data.MODEL_FIRST_TEXT_SECONDS * 1000,
      idle: data.MODEL_IDLE_SECONDS * 1000,
      total: data.MODEL_TOTAL_SECONDS * 1000,
    },
  };
}
