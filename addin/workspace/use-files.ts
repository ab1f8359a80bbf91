import { type RefObject, useEffect } from 'react';

function firstFile(data: DataTransfer | null): File | null {
  return data?.files[0] ?? null;
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}

/**
 * Takes files that are dropped or pasted anywhere on the page, and text that is pasted where nothing else takes it.
 * @param besides the pane: what is pasted there is not meant for the desk
 * @param onFile is called with the file; text comes as a file of its own
 */
export function useFiles(besides: RefObject<HTMLElement | null>, onFile: (file: File) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      // Otherwise the browser leaves the page for the file, and all that was written on it is gone.
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = firstFile(event.dataTransfer);
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      onFile(file);
    };
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Node && besides.current?.contains(event.target)) return;
      const file = firstFile(event.clipboardData);
      const text = event.clipboardData?.getData('text/plain').trim();
      // Word and Excel put a picture beside the text they copy: in the editor the text is what is meant.
      if (takesText(event.target) && (!file || text)) return;
      const pasted = file ?? (text ? new File([text], 'Eingefügter Text.txt', { type: 'text/plain' }) : null);
      if (!pasted) return;
      event.preventDefault();
      event.stopPropagation();
      onFile(pasted);
    };
    // While capturing, because the editor would take a dropped file for itself.
    document.addEventListener('dragover', over, true);
    document.addEventListener('drop', drop, true);
    document.addEventListener('paste', paste, true);
    return () => {
      document.removeEventListener('dragover', over, true);
      document.removeEventListener('drop', drop, true);
      document.removeEventListener('paste', paste, true);
    };
  }, [besides, onFile]);
}
