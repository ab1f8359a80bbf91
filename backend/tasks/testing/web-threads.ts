import {
  below,
  clock,
  eachLine,
  escaped,
  LABELS,
  longDay,
  marked,
  moment,
  nameAndAddress,
  wrapped,
  type Client,
  type Language,
  type Quoted,
} from './mail-shape.ts';

/** Characters of a line of Gmail's plain text. */
const GMAIL_WIDTH = 78;

function gmailDay(older: Quoted, language: Language): string {
  const day = moment(older.sent, language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return language === 'de'
    ? `${day.replace(/^(\p{L}{2}),/u, '$1.,')} um ${clock(older.sent, 'de')} Uhr`
    : `${day} at ${clock(older.sent, 'en')}`;
}

function gmailIntroduction(older: Quoted, language: Language): string {
  return language === 'de'
    ? `Am ${gmailDay(older, 'de')} schrieb ${nameAndAddress(older)}:`
    : `On ${gmailDay(older, 'en')} ${nameAndAddress(older)} wrote:`;
}

const GMAIL_QUOTE = 'margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex';

/** Gmail in the browser. */
export const gmail: Client = {
  name: 'Gmail',
  write: (text) => ({
    html: `<div dir="ltr">${eachLine(text, (line) => `<div>${line}</div>`, '<div><br></div>')}</div>`,
    text: wrapped(text, GMAIL_WIDTH),
  }),
  reply(own, older, language) {
    const introduction = gmailIntroduction(older, language);
    const linked = escaped(introduction).replace(
      `&lt;${older.email}&gt;`,
      `&lt;<a href="mailto:${older.email}">${older.email}</a>&gt;`,
    );
    // Gmail breaks a long introduction behind the bracket of the address.
    const broken =
      introduction.length > GMAIL_WIDTH
        ? introduction.replace(` <${older.email}`, ` <\n${older.email}`)
        : introduction;
    return {
      html: `${own.html}<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${linked}<br></div><blockquote class="gmail_quote" style="${GMAIL_QUOTE}">${older.body.html}</blockquote></div>`,
      text: below(own.text, `${broken}\n\n${marked(older.body.text)}`),
    };
  },
  forward(own, older, language) {
    // Gmail translates only the first label and the date.
    const sender = LABELS[language].from;
    const rest = `Date: ${gmailDay(older, language)}\nSubject: ${older.subject}\nTo: ${nameAndAddress(older.to)}`;
    return {
      html: `${own.html}<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>${sender}: <strong class="gmail_sendername" dir="auto">${escaped(older.name)}</strong> <span dir="auto">&lt;<a href="mailto:${older.email}">${older.email}</a>&gt;</span><br>${escaped(rest).replaceAll('\n', '<br>')}<br></div><br><br>${older.body.html}</div>`,
      text: below(
        own.text,
        `---------- Forwarded message ---------\n${sender}: ${nameAndAddress(older)}\n${rest}\n\n\n${older.body.text}`,
      ),
    };
  },
};

/** The browser clients of GMX and WEB.DE. */
export const gmx: Client = {
  name: 'GMX and WEB.DE',
  write: (text) => ({
    html: `<div style="font-family: Verdana;font-size: 12.0px;">${eachLine(text, (line) => `<div>${line}</div>\n`, '<div>&nbsp;</div>\n')}</div>`,
    text,
  }),
  reply(own, older, language) {
    const label = LABELS[language];
    const at = language === 'de' ? 'um' : 'at';
    const time = language === 'de' ? `${clock(older.sent, 'de')} Uhr` : clock(older.sent, 'en');
    const head: [string, string][] = [
      [label.sent, `${longDay(older.sent, language)} ${at} ${time}`],
      [label.from, `"${older.name}" <${older.email}>`],
      [label.to, older.to.email],
      [label.subject, older.subject],
    ];
    return {
      html: `${own.html.replace(/<\/div>$/, '')}<div>&nbsp;\n<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5; word-wrap: break-word; -webkit-nbsp-mode: space; -webkit-line-break: after-white-space;">\n<div style="margin:0 0 10px 0;">${head.map(([name, value]) => `<b>${name}:</b>&nbsp;${escaped(value)}`).join('<br/>\n')}</div>\n\n<div name="quoted-content">${older.body.html}</div>\n</div>\n</div></div>`,
      text: below(
        own.text,
        `${head.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${older.body.text}`,
      ),
    };
  },
  forward: (own, older, language) => gmx.reply(own, older, language),
};

function groupWiseDay(older: Quoted, language: Language): string {
  const day = moment(older.sent, language, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  return `${day} ${clock(older.sent, language)}`;
}

/** GroupWise: a line between signs of quotation, the message below it not marked. */
export const groupWise: Client = {
  name: 'GroupWise',
  write: (text) => ({
    html: `<div>${escaped(text).replaceAll('\n', '<br>')}</div>`,
    text,
  }),
  reply(own, older, language) {
    const line = `>>> ${nameAndAddress(older)} ${groupWiseDay(older, language)} >>>`;
    return {
      html: `${own.html}<br><br>${escaped(line)}<br>${older.body.html}`,
      text: below(own.text, `${line}\n${older.body.text}`),
    };
  },
  forward: (own, older, language) => groupWise.reply(own, older, language),
};

/** Later versions of GroupWise: an introduction behind three signs of quotation. */
export const groupWiseLater: Client = {
  name: 'GroupWise, later versions',
  write: (text) => groupWise.write(text),
  reply(own, older, language) {
    const day = moment(older.sent, language, { day: '2-digit', month: '2-digit', year: 'numeric' });
    const time = clock(older.sent, language);
    const message = '<5F3A2B1C.ABCD.00F1.0@example.de>';
    const line =
      language === 'de'
        ? `>>> Am ${day} um ${time}, in Nachricht\n${message}, schrieb ${nameAndAddress(older)}:`
        : `>>> On ${day} at ${time}, in message\n${message}, ${nameAndAddress(older)} wrote:`;
    return {
      html: `${own.html}<br><br>${escaped(line).replaceAll('\n', '<br>')}<br><blockquote style="margin: 0 0 0 .8ex;border-left: 1px #ccc solid;padding-left: 1ex;">${older.body.html}</blockquote>`,
      text: below(own.text, `${line}\n${marked(older.body.text)}`),
    };
  },
  forward: (own, older, language) => groupWise.reply(own, older, language),
};
