import { actHearing } from './act-hearing.ts';
import { fencedReading } from './fence.ts';
import type { Reading } from './reading.ts';
import type { Task } from './task.ts';

/** Characters of the source that are put before the model in each turn; it reads the rest with its tool. */
const MAX_OPENING_CHARS = 8_000;

/** One turn of a free agent. */
export const act: Task<'act'> = {
  name: 'act',
  long: 'condense',
  ask: ({ input, reading, nonce }) => {
    const { opening, whole } = openingOf(reading);
    const rest = input.tools.includes('dokument')
      ? 'Das ist nur der Anfang; alles Weitere lesen Sie mit dem Werkzeug „dokument“.'
      : 'Das ist nur der Anfang; mehr davon steht Ihnen nicht zur Verfügung. Sagen Sie das in Ihrem Text.';
    return `${fencedReading(opening, nonce)}
${whole ? '' : `\n${rest}\n`}
Auftrag, nur er gilt:
${input.order}${input.last ? `\n\n${LAST}` : ''}`;
  },
  listen: actHearing,
};

const LAST =
  'Die Grenze Ihrer Arbeit ist erreicht: Sie dürfen kein Werkzeug mehr benutzen. Schreiben Sie jetzt den fertigen Text aus dem, was Sie haben, und sagen Sie darin, was offen geblieben ist.';

/** What is open, as far as it is put before the model. */
function openingOf(reading: Reading): { opening: Reading; whole: boolean } {
  switch (reading.kind) {
    case 'nothing':
      return { opening: reading, whole: true };
    case 'document': {
      const { title, part, text, thread = '' } = reading;
      const opening: Reading = { kind: 'document', title, part, text: beginningOf(text) };
      return { opening, whole: opening.text === text && thread === '' };
    }
    case 'mail': {
      const newest = beginningOf(reading.newest);
      // Names of files are told, so that the model knows what there is to be read.
      const attachments = reading.attachments.map(({ name, text }) => ({
        name,
        text: text.length <= SHORT_CHARS ? text : '…',
      }));
      const opening: Reading = { ...reading, newest, notices: '', thread: '', attachments };
      const whole =
        newest === reading.newest &&
        reading.thread === '' &&
        attachments.every(({ text }, index) => text === reading.attachments[index]?.text);
      return { opening, whole };
    }
  }
}

/** A file that is so short, such as a field that a person filled in, is put before the model whole. */
const SHORT_CHARS = 400;

function beginningOf(text: string): string {
  if (text.length <= MAX_OPENING_CHARS) return text;
  const end = text.lastIndexOf(' ', MAX_OPENING_CHARS);
  return `${text.slice(0, end > MAX_OPENING_CHARS / 2 ? end : MAX_OPENING_CHARS)} …`;
}
