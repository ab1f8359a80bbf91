const OTHER_LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/**
 * Controls, bidi overrides, zero-width and "tag" characters, lone surrogates: what nobody sees on paper but what can
 * hide words, turn a line around or break the XML of a document. Soft hyphens and variation selectors go with them.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;

/** The text without characters that cannot be seen; every kind of line end becomes `\n`. */
export function cleanText(text: string): string {
  return text.replace(OTHER_LINE_ENDS, '\n').replace(UNSEEN, '');
}
