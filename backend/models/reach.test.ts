import { describe, expect, it } from '@jest/globals';
import { hostProblem, reachOf, readHosts, thisMachine } from './reach.ts';
import { openaiTestSettings } from './testing/samples.ts';

const at = (baseURL: string, place: 'intern' | 'eu' | 'extern' = 'extern') =>
  openaiTestSettings(baseURL, { place });
const problem = (baseURL: string, place: 'intern' | 'eu' | 'extern' = 'extern', list?: string) =>
  hostProblem(at(baseURL, place), readHosts(list).rules);

describe('the hosts that may be configured', () => {
  it.each([
    'https://api.openai.com/v1',
    'https://eu.api.openai.com/v1',
    'https://amt.openai.azure.com/openai/v1/',
    'https://generativelanguage.googleapis.com',
    'https://api.mistral.ai/v1',
    'https://openai.inference.de-txl.ionos.com/v1',
    'http://localhost:8000/v1',
    'http://127.0.0.1:8000/v1',
    'http://[::1]:8000/v1',
  ])('are those of the documentation and this machine: %s', (baseURL) => {
    expect(problem(baseURL)).toBeUndefined();
  });

  it.each([
    'https://api.openai.com.evil.example/v1',
    'https://evilapi.openai.com/v1',
    'https://openai.azure.com/v1',
    'https://API.OPENAI.COM./v1',
    'https://10.1.2.3/v1',
    'https://ki-server/v1',
    'https://169.254.169.254/v1',
  ])('are no others: %s', (baseURL) => {
    expect(problem(baseURL)).toMatch(/^its host is not among those that AMTSFEDER_MODEL_HOSTS allows$/);
  });

  it.each([
    ['http://ki-server:8000/v1', true],
    ['http://ollama.ki.svc.cluster.local/v1', true],
    ['http://10.1.2.3:8000/v1', true],
    ['http://[fd12::1]:8000/v1', true],
    ['http://2886729985:8000/v1', true], // 172.16.1.1
    ['https://ki.kusel.example.de/v1', false],
    ['http://203.0.113.7/v1', false],
    ['http://169.254.169.254/v1', false],
    ['http://[::ffff:169.254.169.254]/v1', false],
  ])('may be in the house without being listed, as far as the address tells: %s %s', (baseURL, isFree) => {
    expect(problem(baseURL, 'intern') === undefined).toBe(isFree);
  });

  it('are those of the list instead, where there is one', () => {
    const list = ' KI.Example.de:8443, *.gateway.example.de ,[2001:db8::1]';
    const allowed = (baseURL: string) => problem(baseURL, 'eu', list) === undefined;
    expect(allowed('https://ki.example.de:8443/v1')).toBe(true);
    expect(allowed('https://ki.example.de/v1')).toBe(false);
    expect(allowed('https://a.b.gateway.example.de/v1')).toBe(true);
    expect(allowed('https://gateway.example.de/v1')).toBe(false);
    expect(allowed('https://[2001:db8::1]/v1')).toBe(true);
    expect(allowed('https://api.openai.com/v1')).toBe(false);
    expect(allowed('http://localhost:8000/v1')).toBe(true);
  });

  it.each([
    '*',
    '*.de',
    'https://ki.example.de',
    'ki.example.de/v1',
    'a b',
    '',
    'a,,b',
    'nutzer@host',
    '*.10.1.2.3',
    'host:99999',
  ])('are no list: "%s"', (list) => {
    const { problems } = readHosts(list);
    expect(problems).toEqual([
      expect.stringMatching(/^AMTSFEDER_MODEL_HOSTS, entry \d: must be a host such as/),
    ]);
  });
});

describe('what a request may reach', () => {
  const { rules } = readHosts('ki.example.de,haus.example.de,169.254.1.1');
  const reach = reachOf(
    [
      at('https://ki.example.de/v1', 'eu'),
      at('https://haus.example.de/v1', 'intern'),
      at('http://ki-server:8000/v1', 'intern'),
      at('http://169.254.1.1/v1', 'intern'),
      at('https://nicht-gelistet.example.de/v1', 'eu'),
    ],
    rules,
  );
  const allows = (url: string) => reach.allows(new URL(url));
  const allowsAddress = (url: string, ...addresses: string[]) =>
    addresses.map((address) => reach.allowsAddress(new URL(url), address));

  it('is the address of a model, whatever the path, and this machine', () => {
    expect(allows('https://ki.example.de/v1/chat/completions')).toBe(true);
    expect(allows('http://ki-server:8000/v1/models')).toBe(true);
    expect(allows('http://127.0.0.1:11434/api/tags')).toBe(true);
    expect(thisMachine.allows(new URL('http://localhost:1/'))).toBe(true);
  });

  it.each([
    'http://ki.example.de/v1',
    'https://ki.example.de:8443/v1',
    'https://example.de/v1',
    'https://nicht-gelistet.example.de/v1',
    'http://ki-server/v1',
    'http://169.254.1.1/v1',
    'http://169.254.169.254/latest/meta-data',
    'file://localhost/etc/passwd',
  ])('is nothing else: %s', (url) => {
    expect(allows(url)).toBe(false);
  });

  const metadata = [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    '168.63.129.16',
    '100.100.100.200',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    'ff02::1',
  ];
  it.each([
    'https://ki.example.de',
    'https://haus.example.de',
    'http://ki-server:8000',
    'http://localhost:1',
  ])('is never a link-local address or the metadata service of a cloud: %s', (url) => {
    expect(allowsAddress(url, ...metadata)).toEqual(metadata.map(() => false));
  });

  it('is this machine only where its name or the house means it', () => {
    const own = ['127.0.0.1', '127.0.1.1', '::1', '::ffff:127.0.0.1'];
    expect(allowsAddress('https://ki.example.de', ...own, '64:ff9b::7f00:1')).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(allowsAddress('http://localhost:1', ...own)).toEqual([true, true, true, true]);
    expect(allowsAddress('http://ki-server:8000', ...own)).toEqual([true, true, true, true]);
    expect(allowsAddress('https://haus.example.de', ...own)).toEqual([true, true, true, true]);
  });

  it('is an address outside only for a host that was listed', () => {
    const places = ['203.0.113.7', '2a00:1450::1', '10.1.2.3', 'fd12::1'];
    expect(allowsAddress('https://ki.example.de', ...places)).toEqual([true, true, true, true]);
    expect(allowsAddress('https://haus.example.de', ...places)).toEqual([true, true, true, true]);
    expect(allowsAddress('http://ki-server:8000', ...places)).toEqual([false, false, true, true]);
    expect(allowsAddress('http://localhost:1', ...places)).toEqual([false, false, false, false]);
    expect(allowsAddress('https://anders.example.de', ...places)).toEqual([false, false, false, false]);
  });
});
