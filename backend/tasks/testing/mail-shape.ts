/** Languages whose mail programs staff meet. */
export type Language = 'de' | 'en';

/** The body of a mail in both forms that it travels in. */
export interface Body {
  /** What stands inside of `<body>`. */
  html: string;
  text: string;
}

/** A message that another one answers or forwards. */
export interface Quoted {
  name: string;
  email: string;
  to: { name: string; email: string };
  subject: string;
  sent: Date;
  body: Body;
}

/** How one mail program writes down a message, and the message that it answers or forwards. */
export interface Client {
  name: string;
  /** @param text the lines as a person types them */
  write(text: string): Body;
  reply(own: Body, older: Quoted, language: Language): Body;
  forward(own: Body, older: Quoted, language: Language): Body;
}

/** Text as HTML shows it, line ends left alone. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Every line of a text in an element of its own. */
export function eachLine(text: string, full: (line: string) => string, empty: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? empty : full(escaped(line))))
    .join('\n');
}

/** The lines of a quoted message, each with the sign of a quotation (RFC 3676, section 4.5). */
export function marked(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}

/** Lines broken at spaces where they grow longer than a mail program lets them. */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      let rest = line;
      while (rest.length > width) {
        const at = rest.lastIndexOf(' ', width);
        if (at <= 0) break;
        lines.push(rest.slice(0, at));
        rest = rest.slice(at + 1);
      }
      return [...lines, rest];
    })
    .join('\n');
}

/** A moment in the words of a locale, in the time of German town halls. */
export function moment(sent: Date, language: Language, form: Intl.DateTimeFormatOptions): string {
  const locale = language === 'de' ? 'de-DE' : 'en-US';
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'Europe/Berlin' }).format(sent);
}

const LONG_DAY: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
};

/** "Montag, 23. November 2026", "Monday, November 23, 2026". */
export function longDay(sent: Date, language: Language): string {
  return moment(sent, language, LONG_DAY);
}

/** "09:15", "9:15 AM". */
export function clock(sent: Date, language: Language): string {
  return moment(sent, language, { hour: language === 'de' ? '2-digit' : 'numeric', minute: '2-digit' });
}

/** "Erika Muster <e.muster@example.de>". */
export function nameAndAddress({ name, email }: { name: string; email: string }): string {
  return `${name} <${email}>`;
}

/** The labels of a header in German and English. */
export const LABELS = {
  de: { from: 'Von', sent: 'Gesendet', date: 'Datum', to: 'An', subject: 'Betreff' },
  en: { from: 'From', sent: 'Sent', date: 'Date', to: 'To', subject: 'Subject' },
} as const;

/** Two parts of a text with empty lines between them; the first may be missing. */
export function below(own: string, older: string): string {
  return own === '' ? older : `${own}\n\n${older}`;
}
