import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a UTF-8 stream, ended by LF or CR LF and nothing else: other signs that end a line in Unicode may stand in
 * the strings of JSON. A byte order mark at the beginning is no part of the first.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let first = true;
  for await (const bytes of stream) {
    let text = decoder.write(bytes);
    if (first && text !== '') {
      text = text.replace(/^\ufeff/u, '');
      first = false;
    }
    const pieces = text.split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield `${rest}${piece}`.replace(/\r$/u, '');
      rest = '';
    }
    rest += last;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}
