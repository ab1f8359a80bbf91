import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from './data-classes.ts';
import { readPrivacySettings } from './read-privacy.ts';

const read = (text: string) => readPrivacySettings({ AMTSFEDER_PRIVACY_FILE: 'privacy.yaml' }, () => text);
const problems = (text: string) => read(text).problems;
const nothing = { policy: defaultPolicy, mask: [], keep: [], problems: [] };

describe('the privacy file', () => {
  it('is not needed', () => {
    const noFile = () => {
      throw new Error('not asked');
    };
    expect(readPrivacySettings({}, noFile)).toEqual(nothing);
    expect(readPrivacySettings({ AMTSFEDER_PRIVACY_FILE: ' ' }, noFile)).toEqual(nothing);
    expect(read('')).toEqual(nothing);
    expect(read('# noch nichts\n')).toEqual(nothing);
  });

  it('overrides the default by class and place', () => {
    const { policy, problems: none } = read(
      'policy:\n  internal: { eu: plain }\n  social:\n    eu: refused\n',
    );
    expect(none).toEqual([]);
    expect(policy).toEqual({
      ...defaultPolicy,
      internal: { ...defaultPolicy.internal, eu: 'plain' },
      social: { ...defaultPolicy.social, eu: 'refused' },
    });
  });

  it('may be JSON, with a byte order mark', () => {
    const { policy, mask } = read(
      `\uFEFF${JSON.stringify({ policy: { public: { extern: 'masked' } }, mask: ['Projekt Uhu'] })}`,
    );
    expect(policy.public.extern).toBe('masked');
    expect(mask).toEqual(['Projekt Uhu']);
  });

  it('names terms of the house, tidied and each once', () => {
    const { mask, keep } = read(
      'mask:\n  - Projekt  Uhu\n  - Projekt Uhu\nkeep:\n  - Verbandsgemeinde Lauterbruch\n  - " Am Rathaus 1 "\n',
    );
    expect(mask).toEqual(['Projekt Uhu']);
    expect(keep).toEqual(['Verbandsgemeinde Lauterbruch', 'Am Rathaus 1']);
  });
});

describe('a privacy file that is wrong', () => {
  it('cannot be read', () => {
    const { problems: [problem] = [] } = readPrivacySettings({ AMTSFEDER_PRIVACY_FILE: '/geheim/x' }, () => {
      throw new Error('ENOENT /geheim/x');
    });
    expect(problem).toBe('AMTSFEDER_PRIVACY_FILE: the file cannot be read');
  });

  it.each(['mask: [Uhu', '{"mask": ', 'mask: x: y', 'mask: [a]\nmask: [b]', '&a [*a, *a]', '%TAG'])(
    'is neither YAML nor JSON: %s',
    (text) => {
      expect(problems(text)).toHaveLength(1);
      expect(problems(text)[0]).toMatch(/^AMTSFEDER_PRIVACY_FILE: /);
    },
  );

  it('has fields or values that are not known, and is quoted nowhere', () => {
    const found = problems(
      'policy:\n  social: { eu: offen, mond: plain }\n  geheimzahl: {}\nmask: [0815, x, "--"]\nkeep: Musterhaus\nkennwort: sesam\n',
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'AMTSFEDER_PRIVACY_FILE, policy.social.eu: must be plain, masked or refused',
        'AMTSFEDER_PRIVACY_FILE, policy.social: has a field that is not known',
        'AMTSFEDER_PRIVACY_FILE, policy: has a field that is not known',
        'AMTSFEDER_PRIVACY_FILE, mask, entry 1: must be text; numbers need quotes',
        'AMTSFEDER_PRIVACY_FILE, mask, entry 2: must have at least 2 characters',
        'AMTSFEDER_PRIVACY_FILE, mask, entry 3: must have a letter or a digit',
        'AMTSFEDER_PRIVACY_FILE, keep: must be a list of terms',
        'AMTSFEDER_PRIVACY_FILE: has a field that is not known',
      ]),
    );
    expect(found.join()).not.toMatch(/offen|mond|0815|geheimzahl|Musterhaus|kennwort|sesam/);
  });

  it.each(['[]', 'text', '7', 'policy: plain', 'policy: { social: plain }'])(
    'has another shape: %s',
    (text) => {
      expect(problems(text)).toEqual([expect.stringContaining('must hold fields with names')]);
    },
  );

  it('sends VS-NfD outside', () => {
    expect(problems('policy: { restricted: { eu: masked } }')).toEqual([
      expect.stringMatching(/policy\.restricted\.eu: VS-NfD must not leave the house/),
    ]);
    expect(problems('policy: { restricted: { extern: plain } }')).toEqual([
      expect.stringMatching(/policy\.restricted\.extern: VS-NfD must not leave the house/),
    ]);
  });

  it('sends personal or social data outside the EU unmasked', () => {
    expect(problems('policy: { personal: { extern: plain }, social: { extern: plain } }')).toEqual([
      expect.stringMatching(/policy\.personal\.extern: .*unmasked/),
      expect.stringMatching(/policy\.social\.extern: .*unmasked/),
    ]);
  });

  it('gives more of a more delicate class', () => {
    expect(problems('policy: { internal: { extern: refused } }')).toEqual([
      expect.stringMatching(/policy\.personal\.extern: gives more than policy\.internal\.extern/),
    ]);
    expect(problems('policy: { internal: { extern: refused }, personal: { extern: refused } }')).toEqual([]);
  });

  it('masks and keeps the same term', () => {
    expect(problems('mask: [Rathaus]\nkeep: [Markt, rathaus]')).toEqual([
      'AMTSFEDER_PRIVACY_FILE, mask, entry 1: stands in "keep" as well',
    ]);
  });

  it('leaves the defaults in place', () => {
    expect(read('policy: { restricted: { eu: plain } }\nmask: [Uhu]').policy).toEqual(defaultPolicy);
    expect(read('policy: { restricted: { eu: plain } }\nmask: [Uhu]').mask).toEqual([]);
  });
});
