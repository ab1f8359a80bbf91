import { describe, expect, it } from '@jest/globals';
import { noChoice } from '../../contract/privacy.ts';
import type { TextBlock } from '../../contract/forms.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noAuthor, type TaskCall } from '../../contract/tasks/index.ts';
import { plainHearing } from './hearing.ts';
import { lockCall } from './locking.ts';
import type { Reading } from './reading.ts';

const words =
  'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden.';
const blocks: TextBlock[] = [{ id: 'w', label: 'Widerspruch', kind: 'legal-remedy', text: words }];
const reading: Reading = {
  kind: 'document',
  title: '',
  part: 'whole',
  text: `Der Antrag wird abgelehnt.\n\n${words}`,
};
const source = { kind: 'document' as const, title: '', part: 'whole' as const, text: reading.text };
const frame = { version: CONTRACT_VERSION, model: null, author: noAuthor, privacy: noChoice } as const;

describe('locking Textbausteine', () => {
  it('hides them from a rewrite and puts them back word for word', async () => {
    const call: TaskCall = {
      ...frame,
      task: 'rewrite',
      turns: [],
      input: { source, style: 'plain', wish: '' },
    };
    const locked = lockCall(call, reading, blocks);
    expect(locked.reading).toMatchObject({ text: 'Der Antrag wird abgelehnt.\n\n[[Textbaustein 1]]' });
    const hearing = locked.restore(plainHearing());
    const heard = [...hearing.hear('Wir lehnen ab.\n\n[[Textbau'), ...hearing.hear('stein 1]]')];
    const { rest, result } = await hearing.end();
    const text = [...heard, ...rest].map((event) => (event.type === 'text' ? event.text : '')).join('');
    expect(text).toBe(`Wir lehnen ab.\n\n${words}`);
    expect(result.text).toBe(text);
  });

  it('hides them from the refinement of an earlier answer, and leaves the material of other tasks as it is', () => {
    const call: TaskCall = {
      ...frame,
      task: 'instruct',
      turns: [{ answer: `Sehr geehrte Frau Weber,\n\n${words}`, wish: 'förmlicher' }],
      input: { source, instruction: 'Antworten' },
    };
    const locked = lockCall(call, reading, blocks);
    expect(locked.reading).toBe(reading);
    expect(locked.call.turns[0]?.answer).toBe('Sehr geehrte Frau Weber,\n\n[[Textbaustein 1]]');
  });
});
