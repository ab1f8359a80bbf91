import { describe, expect, it } from '@jest/globals';
import { noChoice } from '../../contract/privacy.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { Source } from '../../contract/source.ts';
import { noAuthor, type TaskCall } from '../../contract/tasks/index.ts';
import type { AskOptions } from '../models/ask.ts';
import { fakeModel, saying } from '../testing/fake-model.ts';
import { read } from './reading.ts';
import { write } from './write.ts';

const asking: AskOptions = { limits: { connect: 5000, firstToken: 5000, idle: 5000, total: 5000 } };
const mail = (text: string): Source => ({
  kind: 'mail',
  subject: 'Anfrage',
  from: { name: 'Maria Weber', email: 'm@w.de' },
  to: [],
  cc: [],
  date: null,
  body: { type: 'text', content: 'Was steht in der Datei?' },
  attachments: [{ name: 'datei.pdf', text }],
});

async function said(source: Source, contextTokens: number) {
  const model = fakeModel(() => saying('Notiz.'), {}, contextTokens);
  const call = {
    task: 'reply',
    version: CONTRACT_VERSION,
    model: null,
    author: noAuthor,
    turns: [],
    privacy: noChoice,
    input: { source, points: '', tone: 'neutral', length: 'short', form: 'mail' },
  } as const;
  const signal = new AbortController().signal;
  for await (const step of write(
    {
      call: { ...call, turns: [] } as TaskCall,
      today: new Date(),
      gender: 'neutral',
      placeholderRules: () => '',
      passages: [],
    },
    read(source),
    [model],
    asking,
    signal,
  ))
    expect(step.type).not.toBe('error');
  return model.asked.map(({ messages }) => messages[0]?.text ?? '');
}

describe('attachments of a mail', () => {
  it('are told to the model with the mail', async () => {
    const [prompt] = await said(mail('Der Inhalt der Datei.'), Infinity);
    expect(prompt).toContain('Anlage „datei.pdf“\n\nDer Inhalt der Datei.');
  });

  it('are read in parts where they are beyond the window, each paragraph once', async () => {
    const paragraphs = Array.from(
      { length: 150 },
      (_, index) => `Absatz ${index}: ${'Wort '.repeat(40)}Ende.`,
    );
    const prompts = await said(mail(paragraphs.join('\n\n')), 8000);
    const parts = prompts.filter((prompt) => prompt.includes('art="Abschnitt"'));
    for (const paragraph of paragraphs)
      expect(parts.filter((part) => part.includes(paragraph))).toHaveLength(1);
    // The questions are those of the mail, not of the notes.
    expect(prompts.at(-1)).toContain('1. Was steht in der Datei?');
  });
});
