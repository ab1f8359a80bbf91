import {
  below,
  clock,
  eachLine,
  escaped,
  LABELS,
  marked,
  moment,
  nameAndAddress,
  type Client,
  type Language,
  type Quoted,
} from './mail-shape.ts';

function appleIntroduction(older: Quoted, language: Language): string {
  const time = clock(older.sent, 'de');
  return language === 'de'
    ? `Am ${moment(older.sent, 'de', { day: '2-digit', month: '2-digit', year: 'numeric' })} um ${time} schrieb ${nameAndAddress(older)}:`
    : `On ${moment(older.sent, 'en', { day: 'numeric', month: 'short', year: 'numeric' })}, at ${time}, ${nameAndAddress(older)} wrote:`;
}

const APPLE_FORWARD = {
  de: 'Anfang der weitergeleiteten Nachricht:',
  en: 'Begin forwarded message:',
} as const;

function appleHeader(older: Quoted, language: Language): [string, string][] {
  const label = LABELS[language];
  const day = moment(older.sent, language, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = moment(older.sent, 'de', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return [
    [label.from, nameAndAddress(older)],
    [label.subject, older.subject],
    [label.date, `${day} ${language === 'de' ? 'um' : 'at'} ${time} ${language === 'de' ? 'MEZ' : 'CET'}`],
    [label.to, nameAndAddress(older.to)],
  ];
}

/** Apple Mail on a Mac. */
export const appleMail: Client = {
  name: 'Apple Mail',
  write: (text) => ({ html: eachLine(text, (line) => `<div>${line}</div>`, '<div><br></div>'), text }),
  reply(own, older, language) {
    const introduction = appleIntroduction(older, language);
    return {
      html: `${own.html}<div><br><blockquote type="cite"><div>${escaped(introduction)}</div><br class="Apple-interchange-newline"><div>${older.body.html}</div></blockquote></div><br>`,
      text: below(own.text, marked(`${introduction}\n\n${older.body.text}`)),
    };
  },
  forward(own, older, language) {
    const head = appleHeader(older, language);
    const lines = head.map(
      ([label, value]) =>
        `<div style="margin-top: 0px; margin-right: 0px; margin-bottom: 0px; margin-left: 0px;"><span style="font-family: -webkit-system-font, sans-serif; color:rgba(0, 0, 0, 1.0);"><b>${label}: </b></span><span style="font-family: -webkit-system-font, sans-serif;">${escaped(value)}<br></span></div>`,
    );
    const text = head.map(([label, value]) => `${label}: ${value}`).join('\n');
    return {
      html: `${own.html}<div><br><blockquote type="cite"><div>${APPLE_FORWARD[language]}</div><br class="Apple-interchange-newline">${lines.join('')}<br><div>${older.body.html}</div></blockquote></div><br>`,
      text: below(own.text, marked(`${APPLE_FORWARD[language]}\n\n${text}\n\n${older.body.text}`)),
    };
  },
};

const IPHONE = { de: 'Von meinem iPhone gesendet', en: 'Sent from my iPhone' } as const;

/** Mail on an iPhone: the introduction in a quotation of its own, the footer above it. */
export const iphoneMail: Client = {
  name: 'iPhone Mail',
  write: (text) => ({
    html: eachLine(text, (line) => `<div dir="ltr">${line}</div>`, '<div dir="ltr"><br></div>'),
    text,
  }),
  reply(own, older, language) {
    const introduction = appleIntroduction(older, language);
    return {
      html: `${own.html}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">${IPHONE[language]}</div><div dir="ltr"><br><blockquote type="cite">${escaped(introduction)}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">\uFEFF${older.body.html}</div></blockquote>`,
      text: below(own.text, `${IPHONE[language]}\n\n${marked(`${introduction}\n\n${older.body.text}`)}`),
    };
  },
  forward: (own, older, language) =>
    appleMail.forward(
      {
        html: `${own.html}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">${IPHONE[language]}</div>`,
        text: below(own.text, IPHONE[language]),
      },
      older,
      language,
    ),
};

function thunderbirdIntroduction(older: Quoted, language: Language): string {
  const day = moment(older.sent, language, { day: '2-digit', month: '2-digit', year: '2-digit' });
  return language === 'de'
    ? `Am ${day} um ${clock(older.sent, 'de')} schrieb ${older.name}:`
    : `On ${day} ${clock(older.sent, 'en')}, ${older.name} wrote:`;
}

const THUNDERBIRD_FORWARD = {
  de: '-------- Weitergeleitete Nachricht --------',
  en: '-------- Forwarded Message --------',
} as const;

/** Thunderbird. */
export const thunderbird: Client = {
  name: 'Thunderbird',
  write: (text) => ({
    html: `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`,
    text,
  }),
  reply(own, older, language) {
    const introduction = thunderbirdIntroduction(older, language);
    return {
      html: `${own.html}\n<div class="moz-cite-prefix">${escaped(introduction)}<br>\n</div>\n<blockquote type="cite" cite="mid:1234567890@example.de">\n${older.body.html}\n</blockquote>`,
      text: below(own.text, `${introduction}\n${marked(older.body.text)}`),
    };
  },
  forward(own, older, language) {
    const label = LABELS[language];
    const head: [string, string][] = [
      [label.subject, older.subject],
      [label.date, older.sent.toUTCString().replace('GMT', '+0000')],
      [label.from, nameAndAddress(older)],
      [label.to, nameAndAddress(older.to)],
    ];
    const rows = head.map(
      ([name, value]) =>
        `<tr>\n<th valign="BASELINE" nowrap="nowrap" align="RIGHT">${name}: </th>\n<td>${escaped(value)}</td>\n</tr>`,
    );
    return {
      html: `${own.html}\n<div class="moz-forward-container"><br>\n<br>\n${THUNDERBIRD_FORWARD[language]}\n<table class="moz-email-headers-table" cellspacing="0" cellpadding="0" border="0">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n<br>\n<br>\n${older.body.html}</div>`,
      text: below(
        own.text,
        `${THUNDERBIRD_FORWARD[language]}\n${head.map(([name, value]) => `${name}: \t${value}`).join('\n')}\n\n\n\n${older.body.text}`,
      ),
    };
  },
};
