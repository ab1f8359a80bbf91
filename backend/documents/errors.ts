import type { ErrorCode } from '../../contract/errors.ts';

export type DocumentErrorCode = Extract<ErrorCode, `file_${string}` | 'stopped'>;

/** What reading a file can fail with. Message and properties hold no content and no file name. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode) {
    super(code);
    this.name = 'DocumentError';
    this.code = code;
  }
}
