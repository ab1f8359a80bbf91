import { describe, expect, it } from '@jest/globals';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';
import type { ListModel } from './testing/word-model.ts';
import { paragraph } from './testing/write-blocks.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function selectedText({ model }: ReturnType<typeof openWord>['word']): string {
  return model.text(model.selection);
}

describe('what the pane is told', () => {
  it('gives name, words and selected words', async () => {
    const { host, word } = openWord([paragraphOf('eins zwei drei'), paragraphOf('vier')]);
    word.select('zwei drei');
    expect(await host.overview()).toEqual({
      id: 'C:\\Akten\\Bauvoranfrage Flur 12.docx',
      title: 'Bauvoranfrage Flur 12',
      words: 4,
      selectedWords: 2,
    });
    expect(host.person()).toEqual({ name: '', email: '' });
  });

  it('does not count a long document at every change', async () => {
    const { host, word } = openWord([paragraphOf('wort '.repeat(50_000)), paragraphOf('Schluss')]);
    expect((await host.overview()).words).toBe(50_001);
    word.select('Schluss');
    expect(await host.overview()).toMatchObject({ words: null, selectedWords: 1 });
  });

  it.each([
    ['', ''],
    ['/Users/klein/Akten/Vermerk.v2.docx', 'Vermerk.v2'],
    ['https://kusel.example/sites/a/Sitzung%2012.docx?web=1', 'Sitzung 12'],
    ['https://kusel.example/100%.docx', '100%'],
  ])('names the document of %s', async (url, title) => {
    expect((await openWord([paragraphOf('')], { url }).host.overview()).title).toBe(title);
  });

  it('fails with a code when Word hangs', async () => {
    const { host, word } = openWord([paragraphOf('Text')]);
    word.faults.stall = true;
    await expect(host.overview()).rejects.toMatchObject({ code: 'timeout' });
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'timeout' });
    expect(await host.reveal('Text')).toBe(false);
  });
});

describe('showing a place', () => {
  it('selects the first hit with the signs around it', async () => {
    const { host, word } = openWord([paragraphOf('bis [[Bitte ergänzen: Frist]] dann')]);
    expect(await host.reveal('[[Bitte ergänzen: Frist]]')).toBe(true);
    expect(selectedText(word)).toBe('[[Bitte ergänzen: Frist]]');
  });

  it('selects what is longer than 255 characters as a whole', async () => {
    const long = Array.from({ length: 200 }, (_, index) => `x^${index}`).join(' ');
    const { host, word } = openWord([paragraphOf(`vor ${long} nach`)]);
    expect(await host.reveal(long)).toBe(true);
    expect(selectedText(word)).toBe(long);
  });

  it('selects from within one paragraph to within another', async () => {
    const { host, word } = openWord([
      paragraphOf('Betreff'),
      paragraphOf('Die Gebühr beträgt 12 €.'),
      paragraphOf(''),
      paragraphOf('Zahlen Sie bald, bitte.'),
    ]);
    expect(await host.reveal('**beträgt** 12 €.\n\nZahlen Sie')).toBe(true);
    expect(selectedText(word)).toBe('beträgt 12 €.\n\nZahlen Sie');
  });

  it('finds the items of a list, which Word numbers itself', async () => {
    const model: ListModel = { id: 7, levels: new Map([[0, { ordered: true, start: 1 }]]) };
    const item = (text: string) => paragraphOf(text, { list: { model, level: 0 } });
    const { host, word } = openWord([item('Antrag'), item('Nachweis')]);
    expect(await host.reveal('1. Antrag\n2. Nachweis')).toBe(true);
    expect(selectedText(word)).toBe('Antrag\nNachweis');
  });

  it('takes special characters of the search as they are', async () => {
    const { host, word } = openWord([paragraphOf('Fläche 3 m^2, ^p steht hier')]);
    expect(await host.reveal('m^2, ^p')).toBe(true);
    expect(selectedText(word)).toBe('m^2, ^p');
  });

  it.each(['fehlt', '', ' \n', 'Text\nfehlt'])('says that it is not there: "%s"', async (text) => {
    expect(await openWord([paragraphOf('Text')]).host.reveal(text)).toBe(false);
  });
});

describe('changes', () => {
  it('tells a burst of selections once, and nothing after the end', async () => {
    const { host, handlers } = openWord([paragraphOf('')]);
    const heard: string[] = [];
    const stop = host.onChange((what) => heard.push(what));
    await pause(5);
    for (let count = 0; count < 5; count += 1) handlers.forEach((handler) => handler());
    await pause(300);
    expect(heard).toEqual(['selection']);
    handlers.forEach((handler) => handler());
    stop();
    await pause(300);
    expect(heard).toHaveLength(1);
    expect(handlers.size).toBe(0);
  });

  it('survives a Word that does not answer', async () => {
    const { host, events } = openWord([paragraphOf('')]);
    events.dropped.add('addHandlerAsync').add('removeHandlerAsync');
    const stop = host.onChange(() => undefined);
    stop();
    await pause(60);
    expect(host.name).toBe('Word');
  });

  it('follows the theme', () => {
    const { host, theme } = openWord([paragraphOf('')]);
    const heard: string[] = [];
    const stop = host.onThemeChange((now) => heard.push(now));
    expect(host.theme()).toBe('light');
    theme.background = '#262626';
    expect(host.theme()).toBe('dark');
    theme.force(true);
    stop();
    theme.force(false);
    expect(heard).toEqual(['contrast']);
    expect(theme.listeners).toBe(0);
  });
});

describe('copying', () => {
  it('says whether the clipboard took it', async () => {
    const { host, clipboard } = openWord([paragraphOf('')]);
    const result = { blocks: [paragraph('Text')], title: '' };
    expect(await host.perform('copy', result, null)).toEqual({ status: 'done' });
    clipboard.allowed = false;
    expect(await host.perform('copy', result, null)).toEqual({ status: 'failed', why: 'clipboard-refused' });
  });
});
