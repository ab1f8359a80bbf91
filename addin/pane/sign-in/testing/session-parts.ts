import type { ErrorCode } from '../../../../contract/errors.ts';
import type { DemoSignIn, SignInWay } from '../../../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../../../contract/limits.ts';
import type { IssuerWay } from '../issuer.ts';
import { SignInError, type Token, type TokenSource } from '../token.ts';

export const version = CONTRACT_VERSION;
const kommunen = [
  { id: 'lk-kusel', name: 'Landkreis Kusel' },
  { id: 'vg-kusel', name: 'VG Kusel' },
];
export const demo: SignInWay = { kind: 'demo', kommunen, roles: ['auditor', 'staff'] };
export const keycloak: IssuerWay = {
  kind: 'oidc',
  label: 'Keycloak',
  clientId: 'amtsfeder',
  authority: 'https://login.example',
  scope: 'openid',
};

/** A backend that knows tokens by name, and nothing else. */
export class TestBackend {
  readonly #ways: SignInWay[];
  /** Who a token stands for; one that is not here is refused. */
  readonly tokens = new Map<string, string>();
  /** What every answer is instead, from now on. */
  broken: ErrorCode | null = null;
  readonly asked: string[] = [];
  demoSeconds = 3600;

  constructor(ways: SignInWay[]) {
    this.#ways = ways;
  }

  readonly fetch = ((path: string, init?: RequestInit) => {
    this.asked.push(path);
    if (this.broken !== null) return Promise.resolve(problem(503, this.broken));
    if (path === 'api/sign-in') return Promise.resolve(Response.json({ version, ways: this.#ways }));
    if (path === 'api/demo-sign-in') {
      const { kommune, role } = JSON.parse(String(init?.body)) as DemoSignIn;
      const token = `${kommune} ${role} ${this.tokens.size}`;
      this.tokens.set(token, kommune);
      return Promise.resolve(Response.json({ version, token, seconds: this.demoSeconds }));
    }
    const bearer = new Headers(init?.headers).get('Authorization')?.replace('Bearer ', '') ?? '';
    const id = this.tokens.get(bearer);
    if (id === 'refused') return Promise.resolve(problem(403, 'sign_in_refused'));
    if (id === undefined) return Promise.resolve(problem(401, 'sign_in_required'));
    if (path !== 'api/me') return Promise.resolve(Response.json({ bearer }));
    const kommune = kommunen.find((one) => one.id === id) ?? { id, name: id };
    const me = {
      version,
      name: 'Anke Muster',
      email: '',
      kommune,
      department: '',
      roles: ['staff'],
      demo: false,
      mailbox: false,
    };
    return Promise.resolve(Response.json(me));
  }) as typeof fetch;
}

const problem = (status: number, code: ErrorCode) =>
  Response.json({ type: 'about:blank', title: '', status, code }, { status });
export const lasting = (value: string): Token => ({ value, ends: Date.now() + 3_600_000 });

/** An issuer whose answers are in the hands of the test. */
export class TestSource implements TokenSource {
  silent: (Token | null)[] = [];
  readonly asked: { answer: (how: Token | SignInError) => void; choose: boolean }[] = [];
  renewals = 0;

  renew() {
    this.renewals += 1;
    return Promise.resolve(this.silent.shift() ?? null);
  }

  ask(signal: AbortSignal, choose: boolean) {
    return new Promise<Token>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new SignInError('window_closed')));
      const answer = (how: Token | SignInError) => (how instanceof SignInError ? reject(how) : resolve(how));
      this.asked.push({ answer, choose });
    });
  }
}
