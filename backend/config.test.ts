import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('starts without any setting, on loopback only', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, tls: null });
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'ki.example.de'])('refuses HOST %s and says why', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(/HOST: .*no sign-in/);
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
