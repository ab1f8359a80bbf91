/** Version of everything in this folder. Pane and backend refuse to talk across versions. */
export const CONTRACT_VERSION = 5;

/** Characters (UTF-16 units) of a source text: about 1,000 pages. */
export const MAX_SOURCE_CHARS = 3_000_000;
/** Characters of a field that a person fills in by hand. */
export const MAX_FIELD_CHARS = 20_000;
/** Characters of a one-line value such as a subject, a name or a file name. */
export const MAX_LINE_CHARS = 1_000;
/** Characters of one answer of a model. */
export const MAX_ANSWER_CHARS = 1_000_000;
/** Earlier answers that a refinement may carry along. */
export const MAX_TURNS = 20;
/** Bytes of the JSON body of a task: the source in UTF-8 plus the earlier answers. */
export const MAX_TASK_BYTES = 12 * 1024 * 1024;
/** Bytes of a file that is opened. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Attachments of a mail that are read along with it. */
export const MAX_ATTACHMENTS = 10;
/** Mails of a conversation that are read along with the open one. */
export const MAX_CONVERSATION_MAILS = 50;
/** Characters of their texts together: about 100 pages. */
export const MAX_CONVERSATION_CHARS = 300_000;
/** Recipients of a mail that are read. */
export const MAX_ADDRESSES = 500;
/** Words that a person masks or releases by hand. */
export const MAX_PRIVACY_TERMS = 200;
/** Seconds between two signs of life on an event stream while a model thinks. */
export const HEARTBEAT_SECONDS = 10;
