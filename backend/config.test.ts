import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('starts without any setting, on loopback only', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, tls: null });
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'ki.example.de'])('refuses HOST %s and says why', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(/HOST: .*no sign-in/);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'ki.example.de'])(
    'accepts HOST %s with a sign-in and the address that browsers open',
    (HOST) => {
      const AMTSFEDER_ORIGIN = 'https://ki.example.de';
      expect(readConfig({ HOST, AMTSFEDER_ORIGIN }, 'issuers')).toMatchObject({
        host: HOST,
        publicOrigin: 'https://ki.example.de',
      });
      expect(() => readConfig({ HOST }, 'issuers')).toThrow(/AMTSFEDER_ORIGIN/);
      expect(() => readConfig({ HOST, AMTSFEDER_ORIGIN })).toThrow(/HOST[\s\S]*AMTSFEDER_ORIGIN/);
    },
  );

  it('keeps the demo sign-in from being published by a proxy on this machine', () => {
    expect(() => readConfig({ AMTSFEDER_ORIGIN: 'https://ki.example.de' })).toThrow(
      /AMTSFEDER_ORIGIN: .*sign-in/,
    );
    expect(readConfig({ AMTSFEDER_ORIGIN: 'https://localhost:3000' }).publicOrigin).toBe(
      'https://localhost:3000',
    );
  });

  it.each([
    'ki.example.de',
    'http://ki.example.de',
    'https://ki.example.de/amtsfeder',
    'https://ki.example.de?x',
    'https://ki.example.de#x',
    'https://name:secret-3@ki.example.de',
    'javascript:alert(1)',
  ])('refuses AMTSFEDER_ORIGIN %s', (AMTSFEDER_ORIGIN) => {
    const read = () => readConfig({ AMTSFEDER_ORIGIN }, 'issuers');
    expect(read).toThrow(/AMTSFEDER_ORIGIN/);
    expect(read).not.toThrow(/secret-3/);
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('accepts HOST %s', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST);
  });

  it('takes an empty variable for none', () => {
    expect(readConfig({ HOST: '', PORT: '' })).toMatchObject({ host: '127.0.0.1', port: 3000 });
  });

  it('names everything that is wrong at once, without the values', () => {
    const read = () => readConfig({ PORT: 'secret-1', MODEL_IDLE_SECONDS: 'secret-2' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT[\s\S]*MODEL_IDLE_SECONDS/);
    expect(read).not.toThrow(/secret/);
  });

  it('wants certificate and key together', () => {
    expect(() => readConfig({ TLS_CERT_FILE: '/c.pem' })).toThrow(/go together/);
    expect(readConfig({ TLS_CERT_FILE: '/c.pem', TLS_KEY_FILE: '/k.pem' }).tls).toEqual({
      certFile: '/c.pem',
      keyFile: '/k.pem',
    });
  });

  it('takes the Vorlagen that come with it where no others are named', () => {
    expect(readConfig({}).templatesFolder).toMatch(/templates$/);
    expect(readConfig({ AMTSFEDER_TEMPLATES_DIR: '/vorlagen' }).templatesFolder).toBe('/vorlagen');
  });

  it('turns seconds into milliseconds', () => {
    expect(readConfig({ MODEL_IDLE_SECONDS: '2.5' }).modelLimits.idle).toBe(2500);
  });
});
