import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEVELOPMENT_ORIGIN } from './cli/manifests.ts';
import { sideloadPlan } from './office-sideload.ts';
import type { OfficeApp } from './office-sideload.ts';

/**
 * `npm run start:office [-- outlook]`: serves with the development certificates on the origin of the manifests and gets
 * the add-in into Word or Outlook. Where there is no Office it says how to go on and keeps serving.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const app: OfficeApp = process.argv[2] === 'outlook' ? 'outlook' : 'word';

const certificates = await developmentCertificates();
if (certificates === null) process.exitCode = 1;
else {
  const backend = startBackend(certificates);
  if (await isReady(backend)) await sideload();
}

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * Certificates for localhost that this machine trusts. Where they could be made but not trusted (no administrator's
 * rights) they serve all the same, and the browser asks. Null where there are none; the reason is printed.
 */
async function developmentCertificates(): Promise<{ cert: string; key: string } | null> {
  // Where office-addin-dev-certs keeps them; it exports their contents but not their paths.
  const folder = join(homedir(), '.office-addin-dev-certs');
  const files = { cert: join(folder, 'localhost.crt'), key: join(folder, 'localhost.key') };
  try {
    const { ensureCertificatesAreInstalled } = await import('office-addin-dev-certs');
    await ensureCertificatesAreInstalled();
    return files;
  } catch (error) {
    const made = existsSync(files.cert) && existsSync(files.key);
    const reason = error instanceof Error ? error.message.trim() : String(error);
    process.stderr.write(
      made
        ? `Dieser Rechner vertraut den Entwicklungszertifikaten noch nicht; Office lädt den Aufgabenbereich erst danach.\nGrund: ${reason}\n`
        : `Die Entwicklungszertifikate konnten nicht eingerichtet werden.\nGrund: ${reason}\nDer Arbeitsplatz im Browser braucht keine: npm start\n`,
    );
    return made ? files : null;
  }
}

function startBackend({ cert, key }: { cert: string; key: string }): ChildProcess {
  const backend = spawn(process.execPath, [join(root, 'backend', 'main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      HOST: 'localhost',
      PORT: new URL(DEVELOPMENT_ORIGIN).port,
      TLS_CERT_FILE: cert,
      TLS_KEY_FILE: key,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  backend.stdout.pipe(process.stdout);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => backend.kill(signal));
  backend.once('exit', (code) => {
    process.exitCode = code ?? 0;
  });
  return backend;
}

/** True once the backend printed its address, false where it ended before. */
function isReady(backend: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    backend.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(DEVELOPMENT_ORIGIN)) resolve(true);
    });
    backend.once('exit', () => resolve(false));
  });
}

async function sideload(): Promise<void> {
  const plan = sideloadPlan(app, process.platform);
  if (plan.by === 'hand') {
    say('', ...plan.steps, '', 'Beenden mit Strg+C.');
    return;
  }
  const tool = spawn(plan.command, plan.args, {
    cwd: root,
    stdio: 'inherit',
    // npx is a command script on Windows.
    shell: process.platform === 'win32',
  });
  const code = await Promise.race([
    once(tool, 'exit').then(([exit]) => Number(exit ?? 1)),
    once(tool, 'error').then(() => 1),
  ]);
  say(
    '',
    ...(code === 0
      ? ['Word wird mit Amtsfeder geöffnet: „Start“, „Amtsfeder öffnen“.', `Wieder entfernen: ${plan.remove}`]
      : [
          'Word ließ sich nicht öffnen. Ist Office auf diesem Rechner installiert?',
          'Der Server läuft weiter.',
        ]),
    'Beenden mit Strg+C.',
  );
}
