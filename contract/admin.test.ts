import { describe, expect, it } from '@jest/globals';
import { changeReason, holdsKey, modelId } from './admin.ts';
import { policyOverrides } from './policy.ts';
import { registerFacts } from './register.ts';

const facts = {
  provider: 'OpenAI Ireland Ltd.',
  region: 'Frankfurt am Main (EU Data Residency)',
  place: 'eu',
  protocol: 'openai',
  model: 'gpt-5-mini-2025-08-07',
  host: 'eu.api.openai.com',
  avvDate: '2026-01-15',
  subProcessors: ['Microsoft Ireland Operations Ltd.', 'CoreWeave, Inc.'],
  retention: { days: 0, text: 'Zero Data Retention nach Anlage 3 des Vertrags' },
  trainingExcluded: true,
  pricing: [
    {
      from: '2026-01-01',
      inputMicroEuroPerMillion: 230_000,
      outputMicroEuroPerMillion: 1_840_000,
      cachedInputMicroEuroPerMillion: 23_000,
    },
  ],
  notes: 'Vertrag: https://example.de/vertraege/avv-2026.pdf, Az. 10-104/2026-KI; Nr. 4711-0815-2026-0042.',
};

// Made up, in the form of the provider.
const keys = [
  'sk-proj-abcDEF0123456789abcDEF0123456789',
  'sk-0123456789abcdef',
  'AIzaSyA0123456789abcdefghijklmnopqrstuv',
  'AQ.Ab8RN6Kabcdefghijklmnop',
  'ya29.a0AfB_byC0123456789abcdef',
  'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln',
  'Bearer 0a1b2c3d4e5f6a7b',
  'd41d8cd98f00b204e9800998ecf8427e',
  'gsk7Qx2LmZp4Vt8RkY1NbC6WdF3HsJ9aEuT5',
  'AKIAIOSFODNN7EXAMPLE',
  'https://nutzer:geheim@ki.example.de',
  '-----BEGIN PRIVATE KEY-----',
];

describe('a key', () => {
  it.each(keys)('is recognised: %s', (key) => {
    expect(holdsKey(key)).toBe(true);
    expect(holdsKey(`Der Schlüssel ist ${key} und gilt bis Mai.`)).toBe(true);
  });

  it.each([
    facts.notes,
    'Verbandsgemeindeverwaltung Lauterecken-Wolfstein',
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
    '0b7c2f0e-4a4f-4c53-9a53-2f3d5c1f0d11',
    'risk-based-approach-nach-artikel-9',
    'IBAN DE02 1203 0000 0000 2020 51',
    'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    'mistralai/Mistral-Small-24B-Instruct-2501',
    'Rahmenvertrag2026KuselAnlage3',
    'https://example.de/Vertraege/AVV2026/Auftragsverarbeitung_2026_Anlage3',
  ])('is not seen in what is none: %s', (text) => {
    expect(holdsKey(text)).toBe(false);
  });

  it.each(keys)('has no place in any field of the register: %s', (key) => {
    expect(registerFacts.safeParse(facts).success).toBe(true);
    for (const field of ['provider', 'region', 'model', 'host', 'notes'] as const) {
      expect(registerFacts.safeParse({ ...facts, [field]: key }).success).toBe(false);
    }
    expect(registerFacts.safeParse({ ...facts, subProcessors: [key] }).success).toBe(false);
    expect(registerFacts.safeParse({ ...facts, retention: { days: null, text: key } }).success).toBe(false);
    expect(changeReason.safeParse(`weil ${key} gilt, und zwar ab sofort`).success).toBe(false);
    expect(policyOverrides.safeParse({ keep: [key] }).success).toBe(false);
    expect(modelId.safeParse(key).success).toBe(false);
  });

  it.each(['apiKey', 'apiKeyEnv', 'apiKeyFile', 'key', 'token', 'secret'])('has no field %s', (field) => {
    expect(registerFacts.safeParse({ ...facts, [field]: 'x' }).success).toBe(false);
  });
});

describe('what is written down', () => {
  it('has a reason', () => {
    expect(changeReason.parse('  Beschluss vom 3. Mai ')).toBe('Beschluss vom 3. Mai');
    for (const reason of ['', 'weil', '1234567890 1234', 'x'.repeat(501)]) {
      expect(changeReason.safeParse(reason).success).toBe(false);
    }
  });

  it('is text that the database can hold', () => {
    for (const notes of ['a\0b', 'half \ud83d', '\u001b[31m']) {
      expect(registerFacts.safeParse({ ...facts, notes }).success).toBe(false);
    }
    expect(registerFacts.safeParse({ ...facts, notes: 'zwei\nZeilen\t😀' }).success).toBe(true);
  });

  it('has one price a day, and real days', () => {
    const [price] = facts.pricing;
    expect(registerFacts.safeParse({ ...facts, pricing: [price, price] }).success).toBe(false);
    expect(registerFacts.safeParse({ ...facts, pricing: [{ ...price, from: '2026-02-30' }] }).success).toBe(
      false,
    );
    expect(
      registerFacts.safeParse({ ...facts, pricing: [{ ...price, inputMicroEuroPerMillion: 0.5 }] }).success,
    ).toBe(false);
  });

  it('has no field that nobody knows', () => {
    expect(policyOverrides.safeParse({ treatments: { social: { mond: 'plain' } } }).success).toBe(false);
    expect(policyOverrides.safeParse({ retentionDays: { ledger: 10 } }).success).toBe(false);
    expect(policyOverrides.safeParse({ limits: { personPerDay: null } }).success).toBe(true);
    expect(policyOverrides.safeParse({ limits: { personPerMinute: null } }).success).toBe(false);
  });
});
