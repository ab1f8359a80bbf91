import { expect, it } from '@jest/globals';
import { chosenFiles, droppedFiles, withMore } from './chosen.ts';

function file(path: string): File {
  const made = new File(['x'], path.split('/').at(-1) ?? path);
  if (path.includes('/')) Object.defineProperty(made, 'webkitRelativePath', { value: path });
  return made;
}
const names = ({ files }: ReturnType<typeof chosenFiles>) => files.map(({ name }) => name);

it('takes the chosen folder off the names, and nothing below it', () => {
  expect(names(chosenFiles([file('DA/a.md'), file('DA/Reise/b.md')]))).toEqual(['a.md', 'Reise/b.md']);
  expect(names(chosenFiles([file('a.md')]))).toEqual(['a.md']);
});

it('leaves out what programs leave behind', () => {
  const chosen = chosenFiles([
    file('DA/~$a.docx'),
    file('DA/.DS_Store'),
    file('DA/Thumbs.db'),
    file('DA/a.docx'),
  ]);
  expect(names(chosen)).toEqual(['a.docx']);
  expect(chosen.left).toBe(3);
});

it('does not send the same twice', () => {
  const both = withMore(chosenFiles([file('a.md')]), chosenFiles([file('a.md'), file('b.md')]));
  expect(names(both)).toEqual(['a.md', 'b.md']);
});

it('goes through dropped folders to their end', async () => {
  const entryOf = (fullPath: string): object => ({
    isFile: true,
    isDirectory: false,
    fullPath,
    file: (done: (found: File) => void) => done(new File(['x'], 'x')),
  });
  // A browser gives them in portions.
  const portions = [[entryOf('/DA/1.md')], [entryOf('/DA/2.md'), entryOf('/DA/~$2.md')], []];
  const folder = {
    isFile: false,
    isDirectory: true,
    fullPath: '/DA',
    createReader: () => ({ readEntries: (done: (found: object[]) => void) => done(portions.shift() ?? []) }),
  };
  const item = { webkitGetAsEntry: () => folder } as unknown as DataTransferItem;
  const dropped = await droppedFiles([item]);
  expect(names(dropped)).toEqual(['1.md', '2.md']);
  expect(dropped.left).toBe(1);
});
