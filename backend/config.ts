import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { SignIn } from './identity/verbund.ts';
import type { Limits } from './models/guard.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1', '[::1]'];

/** The Vorlagen that come with Amtsfeder. */
const OWN_TEMPLATES = fileURLToPath(new URL('../templates', import.meta.url));

const seconds = (fallback: number) => z.coerce.number().positive().max(3600).default(fallback);

const environment = z
  .object({
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:-]{1,253}$/, 'must be an address or a name of this machine')
      .default('127.0.0.1'),
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
    AMTSFEDER_ORIGIN: z
      .string()
      .refine(isOrigin, {
        error: 'must be the address that browsers open, without a path, for example https://ki.example.de',
      })
      .optional(),
  })
  .refine((env) => (env.TLS_CERT_FILE === undefined) === (env.TLS_KEY_FILE === undefined), {
    path: ['TLS_CERT_FILE'],
    error: 'TLS_CERT_FILE and TLS_KEY_FILE go together',
  });

/** What the operator decided, checked. Times in milliseconds. */
export interface Config {
  host: string;
  port: number;
  tls: { certFile: string; keyFile: string } | null;
  /** What browsers open, where that is not this machine itself; null for loopback. */
  publicOrigin: string | null;
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
 * @param signIn how people sign in: under the demo sign-in anyone is who they want to be, so it never leaves this machine
 * @throws ConfigError naming every variable that is wrong; values are never repeated, since one may be a key
 */
export function readConfig(env: Record<string, string | undefined>, signIn: SignIn['kind'] = 'demo'): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const { data } = parsed;
  const problems = reachProblems(data, signIn);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return {
    host: data.HOST,
    port: data.PORT,
    tls:
      data.TLS_CERT_FILE !== undefined && data.TLS_KEY_FILE !== undefined
        ? { certFile: data.TLS_CERT_FILE, keyFile: data.TLS_KEY_FILE }
        : null,
    publicOrigin: data.AMTSFEDER_ORIGIN === undefined ? null : new URL(data.AMTSFEDER_ORIGIN).origin,
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

/** Who can reach the port must sign in with their administration, and the pages must come from one known address. */
function reachProblems(
  { HOST, AMTSFEDER_ORIGIN }: z.infer<typeof environment>,
  signIn: SignIn['kind'],
): string[] {
  const isOutside = !LOOPBACK.includes(HOST);
  const originIsOutside =
    AMTSFEDER_ORIGIN !== undefined && !LOOPBACK.includes(new URL(AMTSFEDER_ORIGIN).hostname);
  if (signIn === 'demo') {
    const why =
      'there is no sign-in but the demo one, so anyone who reaches the port could be anybody; name a sign-in in AMTSFEDER_VERBUND_FILE';
    return [
      ...(isOutside ? [`HOST: must be 127.0.0.1, localhost or ::1: ${why}`] : []),
      ...(originIsOutside ? [`AMTSFEDER_ORIGIN: must be on this machine: ${why}`] : []),
    ];
  }
  return isOutside && AMTSFEDER_ORIGIN === undefined
    ? ['AMTSFEDER_ORIGIN: must be set with this HOST; requests from other pages are refused']
    : [];
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, origin, href } = new URL(value);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  // A path, a query or a password would make it longer.
  return isSafe && href === `${origin}/`;
}
