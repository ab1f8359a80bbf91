const MAX_NAME_CHARS = 100;
// What Windows does not allow in a name, control characters included.
const notInNames = /[\\/:*?"<>|\p{Cc}]/gu;
const knownEnding = /\.(?:docx|pdf|eml|txt|md)$/i;

/** A name for a saved file, made from a title that may hold anything. */
export function fileName(title: string, ending: string): string {
  const clean = title.replace(knownEnding, '').replaceAll(notInNames, ' ').replaceAll(/\s+/g, ' ');
  // A dot at the beginning hides a file, one at the end is dropped by Windows.
  const bare = clean
    .slice(0, MAX_NAME_CHARS)
    .replaceAll(/^[. ]+/g, '')
    .trimEnd();
  return `${bare || 'Dokument'}.${ending}`;
}

/** Hands a file to the person the way the browser saves files. */
export function saveFile(view: Window, content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = view.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
