import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import project from '../package.json' with { type: 'json' };
import { readVerbund } from './identity/read-verbund.ts';
import { readModelSettings } from './models/read-settings.ts';

/**
 * No container engine runs where these tests do, so the files of `deploy` are held against each other and against the
 * code that they start.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** All variables that the backend reads, as they stand in its code. */
const known = new Set(
  readdirSync(join(root, 'backend'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !/(^|\/)testing\//.test(path))
    .flatMap(
      (path) => read(join('backend', path)).match(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b|\b(?:HOST|PORT)\b/g) ?? [],
    ),
);
known.add('NODE_ENV');

describe('the Dockerfile', () => {
  const lines = read('deploy/Dockerfile')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const of = (word: string) => lines.filter((line) => line.startsWith(`${word} `));
  const stages = lines
    .join('\n')
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1) ?? '';
  const ignored = read('deploy/Dockerfile.dockerignore').split('\n');

  it('begins every stage with the same image of Node 24', () => {
    expect(of('FROM').every((line) => line.startsWith('FROM ${NODE_IMAGE}'))).toBe(true);
    expect(of('ARG')).toEqual(['ARG NODE_IMAGE=node:24-bookworm-slim']);
  });

  it('runs node itself, as somebody who is not root', () => {
    expect(last.match(/^USER .*$/gm)).toEqual(['USER 10001:10001']);
    const command = /^CMD (\[.*\])$/m.exec(last)?.[1] ?? '';
    const started = /^node (.*)$/.exec(project.scripts.start)?.[1]?.split(' ') ?? [];
    expect(JSON.parse(command)).toEqual(['node', ...started]);
  });

  it('has no shell, no download and no secret', () => {
    for (const line of [...of('RUN'), ...of('CMD'), ...of('ENTRYPOINT')]) {
      const words = JSON.parse(line.slice(line.indexOf(' ') + 1)) as string[];
      expect(words[0]).toMatch(/^(?:node|npm)$/);
    }
    expect(of('ADD')).toEqual([]);
    expect(lines.filter((line) => /https?:\/\/(?!127\.0\.0\.1)/.test(line))).toEqual([]);
    expect(lines.filter((line) => /^(?:ENV|ARG)\b.*(?:KEY|SECRET|PASSWORD|TOKEN)/i.test(line))).toEqual([]);
  });

  it('takes exactly what the lock names, for running without the tools of development', () => {
    const installs = of('RUN').filter((line) => line.includes('"npm"'));
    expect(installs).toHaveLength(2);
    expect(installs.every((line) => line.includes('"ci"') && line.includes('"--ignore-scripts"'))).toBe(true);
    expect(last).toContain('COPY --from=libraries /app/node_modules/ node_modules/');
    expect(stages.find((stage) => stage.includes('AS libraries'))).toContain('"--omit=dev"');
  });

  it('copies only what is there and what is let in', () => {
    const sources = of('COPY')
      .filter((line) => !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(sources.length).toBeGreaterThan(8);
    for (const source of sources) {
      expect({ source, isThere: existsSync(join(root, source)) }).toEqual({ source, isThere: true });
      expect(ignored).toContain(`!${source.replace(/\/$/, '')}`);
    }
    expect(ignored.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
  });

  it('copies all that the backend reads beside itself', () => {
    const needed = [
      'contract',
      'backend',
      'templates',
      'manifest.xml',
      'manifest.outlook.xml',
      'package.json',
    ];
    const copied = last.match(/^COPY .*$/gm)?.join(' ') ?? '';
    expect(needed.filter((path) => !copied.includes(path))).toEqual([]);
  });

  it('is asked for its health where it listens', () => {
    const port = /PORT=(\d+)/.exec(last)?.[1];
    expect(last).toContain(`EXPOSE ${port}`);
    expect(/^HEALTHCHECK .*CMD (\[.*\])$/m.exec(last)?.[1]).toContain(`http://127.0.0.1:${port}/healthz`);
  });

  it('only sets variables that the backend knows', () => {
    const set = [...last.matchAll(/\b([A-Z_]+)=/g)].map(([, name]) => name ?? '');
    expect(set.filter((name) => !known.has(name))).toEqual([]);
  });
});

interface Service {
  image: string;
  environment?: Record<string, string>;
  secrets?: string[];
  ports?: string[];
  networks: string[];
  volumes?: string[];
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
  healthcheck?: object;
  deploy?: { replicas: number };
  depends_on?: Record<string, { condition: string }>;
  privileged?: boolean;
}

describe('compose.yaml', () => {
  const file = parse(read('deploy/compose.yaml'), { merge: true }) as {
    services: Record<'backend' | 'db' | 'proxy', Service>;
    secrets: Record<string, { file: string }>;
    networks: Record<string, { internal?: boolean } | null>;
  };
  const services = Object.entries(file.services);

  it.each(services)('hardens %s', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.privileged).toBeUndefined();
    expect(service.image).toMatch(/:[\w.${}:-]+$/);
  });

  it('has two backends behind a database and before a proxy that are all asked for their health', () => {
    const { backend, db, proxy } = file.services;
    expect(backend.deploy?.replicas).toBe(2);
    expect(backend.depends_on).toEqual({ db: { condition: 'service_healthy' } });
    expect(proxy.depends_on).toEqual({ backend: { condition: 'service_healthy' } });
    expect(db.healthcheck).toBeDefined();
    expect(proxy.healthcheck).toBeDefined();
  });

  it('lets nobody but the proxy be reached, and the database reach nobody', () => {
    const { backend, db, proxy } = file.services;
    expect([backend.ports, db.ports]).toEqual([undefined, undefined]);
    expect(proxy.ports).toEqual(['80:8080', '443:8443']);
    expect(db.networks).toEqual(['back']);
    expect(file.networks.back).toEqual({ internal: true });
    expect(proxy.networks).not.toContain('back');
  });

  it('hands secrets over as files, never as values', () => {
    for (const [, { environment = {}, secrets = [] }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (!/KEY|SECRET|PASSWORD|TOKEN/.test(name)) continue;
        expect(name).toMatch(/_FILE$/);
        expect(secrets).toContain(/^\/run\/secrets\/(\w+)$/.exec(value)?.[1]);
      }
      expect(secrets.filter((name) => !Object.hasOwn(file.secrets, name))).toEqual([]);
    }
    expect(Object.values(file.secrets).every(({ file: path }) => path.startsWith('./secrets/'))).toBe(true);
    // A password inside an address.
    expect(read('deploy/compose.yaml')).not.toMatch(/:\/\/[^\s/@]*:[^\s/@]+@/);
    expect(read('deploy/.gitignore').split('\n')).toContain('/secrets/');
  });

  it('only sets variables that the backend knows', () => {
    const names = Object.keys(file.services.backend.environment ?? {});
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('mounts only what is there or is made as README.md says', () => {
    const made = ['./config'];
    const mounted = services
      .flatMap(([, { volumes = [] }]) => volumes)
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) => source.startsWith('.') && !made.includes(source));
    expect(mounted.length).toBeGreaterThan(3);
    expect(mounted.filter((source) => !existsSync(join(root, 'deploy', source)))).toEqual([]);
  });

  it('brings examples that the backend understands', () => {
    const verbund = readVerbund({ AMTSFEDER_VERBUND_FILE: 'x' }, () =>
      read('deploy/config/verbund.example.yaml'),
    );
    expect(verbund.problems).toEqual([]);
    const { AMTSFEDER_MODEL_HOSTS = '' } = file.services.backend.environment ?? {};
    const models = readModelSettings(
      // As compose fills it in where the operator says nothing.
      { AMTSFEDER_MODELS_FILE: 'models', AMTSFEDER_MODEL_HOSTS: /:-(.*)\}/.exec(AMTSFEDER_MODEL_HOSTS)?.[1] },
      (path) => (path === 'models' ? read('deploy/config/models.example.json') : 'key'),
    );
    expect(models.problems).toEqual([]);
    expect(models.models).toHaveLength(1);
  });
});

describe('the proxy', () => {
  const handing = read('deploy/proxy/amtsfeder.conf');

  it('holds no stream back, keeps no upload, hands the host on, and sends no task twice', () => {
    for (const line of [
      'proxy_buffering off;',
      'proxy_request_buffering off;',
      'proxy_cache off;',
      'proxy_set_header Host $http_host;',
      'proxy_pass http://amtsfeder;',
    ]) {
      expect(handing).toContain(line);
    }
    expect(handing).not.toContain('non_idempotent');
    expect(handing).not.toMatch(/gzip_types[^;]*(?:json|event-stream|\*)/);
  });

  it('writes no address of a request down', () => {
    const whole = read('deploy/proxy/nginx.conf');
    expect(whole).toContain('access_log off;');
    expect(whole).toContain('error_log stderr crit;');
  });
});

describe('the chart', () => {
  const folder = 'deploy/helm/amtsfeder';
  const values = parse(read(`${folder}/values.yaml`)) as Record<string, unknown>;
  const templates = readdirSync(join(root, folder, 'templates')).map((name) => ({
    name,
    text: read(`${folder}/templates/${name}`),
  }));
  const all = templates.map(({ text }) => text).join('\n');
  const deployment = templates.find(({ name }) => name === 'deployment.yaml')?.text ?? '';

  it('asks for no value that values.yaml does not have, and has none that nobody asks for', () => {
    const asked = new Set([...all.matchAll(/\.Values\.([\w.]+)/g)].map(([, path]) => path ?? ''));
    const has = (path: string) => {
      let at: unknown = values;
      for (const name of path.split('.')) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return false;
        at = (at as Record<string, unknown>)[name];
      }
      return true;
    };
    expect(asked.size).toBeGreaterThan(30);
    expect([...asked].filter((path) => !has(path))).toEqual([]);
    const leaves = (at: Record<string, unknown>, before: string): string[] =>
      Object.entries(at).flatMap(([name, value]) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? leaves(value as Record<string, unknown>, `${before}${name}.`)
          : [`${before}${name}`],
      );
    const isAsked = (path: string) => [...asked].some((one) => path === one || path.startsWith(`${one}.`));
    expect(leaves(values, '').filter((path) => !isAsked(path))).toEqual([]);
  });

  it.each(templates.map(({ name, text }) => [name, text]))('closes what it opens: %s', (_name, text) => {
    const opened = text.match(/\{\{-? (?:if|with|range|define) /g)?.length ?? 0;
    expect(text.match(/\{\{-? end -?\}\}/g)?.length ?? 0).toBe(opened);
    for (const [, name] of text.matchAll(/include "([^"]+)"/g)) expect(all).toContain(`define "${name}"`);
  });

  it('runs at least two backends, of which one stays', () => {
    expect(values.replicas).toBe(2);
    expect(deployment).toContain('maxUnavailable: 0');
    expect(all).toContain('kind: PodDisruptionBudget');
  });

  it('keeps to the restricted standard of Kubernetes', () => {
    for (const line of [
      'runAsNonRoot: true',
      'allowPrivilegeEscalation: false',
      'readOnlyRootFilesystem: true',
      'capabilities: { drop: [ALL] }',
      'seccompProfile: { type: RuntimeDefault }',
      'automountServiceAccountToken: false',
    ]) {
      expect(deployment).toContain(line);
    }
  });

  it('asks the backend where it answers', () => {
    expect(deployment.match(/httpGet: \{ path: \S+ port: http \}/g)).toEqual([
      'httpGet: { path: /healthz, port: http }',
      'httpGet: { path: /healthz, port: http }',
      'httpGet: { path: /readyz, port: http }',
    ]);
    expect(deployment).toContain('containerPort: 3000');
  });

  it('only sets variables that the backend knows, and no secret among them', () => {
    const names = [...deployment.matchAll(/name: ([A-Z][A-Z_]+),/g)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    const secret = names.filter((name) => /KEY|SECRET|PASSWORD|TOKEN/.test(name));
    expect(secret.filter((name) => !name.endsWith('_FILE'))).toEqual([]);
    expect(all).not.toContain('kind: Secret');
  });

  it('has one name for the version', () => {
    expect(parse(read(`${folder}/Chart.yaml`))).toMatchObject({ appVersion: project.version });
  });
});

describe('the unit', () => {
  const unit = read('deploy/systemd/amtsfeder.service');

  it('starts the product as npm does', () => {
    const started = /^node (.*)$/.exec(project.scripts.start)?.[1] ?? '';
    expect(unit).toContain(`ExecStart=/opt/amtsfeder/node_modules/.bin/node ${started}\n`);
    const names = [...unit.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(['NoNewPrivileges=yes', 'ProtectSystem=strict', 'PrivateTmp=yes', 'CapabilityBoundingSet='])(
    'is hardened: %s',
    (line) => {
      expect(unit.split('\n')).toContain(line);
    },
  );
});
