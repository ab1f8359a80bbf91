const MAX_NAME_CHARS = 80;

/**
 * A name that every file system takes, without an ending.
 * @returns at most 80 characters; empty where nothing of the text can stand in a name
 */
export function safeFileName(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\p{L}\p{N} ._()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .slice(0, MAX_NAME_CHARS)
    .replace(/[ .]+$/, '');
}
