import {
  below,
  clock,
  eachLine,
  escaped,
  LABELS,
  longDay,
  nameAndAddress,
  type Body,
  type Client,
  type Language,
  type Quoted,
} from './mail-shape.ts';

type Line = readonly [label: string, value: string];

function header(older: Quoted, language: Language): Line[] {
  const label = LABELS[language];
  return [
    [label.from, nameAndAddress(older)],
    [label.sent, `${longDay(older.sent, language)} ${clock(older.sent, language)}`],
    [label.to, nameAndAddress(older.to)],
    [label.subject, older.subject],
  ];
}

const asText = (lines: Line[]) => lines.map(([label, value]) => `${label}: ${value}`).join('\n');
const asBold = (lines: Line[]) => lines.map(([label, value]) => `<b>${label}:</b> ${escaped(value)}`);

/** Outlook for Windows, whose HTML Word writes. */
export const outlookClassic: Client = {
  name: 'Outlook classic',
  write: (text) => ({
    html: `<div class="WordSection1">\n${eachLine(
      text,
      (line) => `<p class="MsoNormal"><span style="mso-fareast-language:EN-US">${line}<o:p></o:p></span></p>`,
      '<p class="MsoNormal"><span style="mso-fareast-language:EN-US"><o:p>&nbsp;</o:p></span></p>',
    )}\n</div>`,
    text,
  }),
  reply: (own, older, language) => ({
    html: `${own.html.replace(/\n<\/div>$/, '')}\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n<div>\n<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>\n<p class="MsoNormal">${asBold(header(older, language)).join('<br>\n')}<o:p></o:p></p>\n</div>\n</div>\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n${older.body.html}</div>`,
    text: below(own.text, `${asText(header(older, language))}\n\n${older.body.text}`),
  }),
  forward: (own, older, language) => outlookClassic.reply(own, older, language),
};

const ORIGINAL = { de: 'Ursprüngliche Nachricht', en: 'Original Message' } as const;

/** Outlook for Windows answering a plain mail, and the HTML into which Exchange turns that. */
export const outlookPlain: Client = {
  name: 'Outlook classic, plain text',
  write: (text) => ({
    html: `<div class="PlainText">${eachLine(text, (line) => `${line}<br>`, '<br>')}</div>`,
    text,
  }),
  reply(own, older, language) {
    const head = [`-----${ORIGINAL[language]}-----`, ...asText(header(older, language)).split('\n')];
    return {
      html: `${own.html}<p><font size="2"><span style="font-size:10pt;"><div class="PlainText"><br>\n${head.map(escaped).join('<br>\n')}<br>\n<br>\n${older.body.html}</div></span></font></p>`,
      text: below(own.text, `${head.join('\n')}\n\n${older.body.text}`),
    };
  },
  forward: (own, older, language) => outlookPlain.reply(own, older, language),
};

function webReply(own: Body, older: Quoted, language: Language): Body {
  const head = header(older, language);
  return {
    html: `${own.html}\n<div id="appendonsend"></div>\n<hr style="display:inline-block;width:98%" tabindex="-1">\n<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${asBold(head).join('<br>\n')}</font>\n<div>&nbsp;</div>\n</div>\n${older.body.html}`,
    text: below(own.text, `________________________________\n${asText(head)}\n\n${older.body.text}`),
  };
}

/** The new Outlook and Outlook on the web. */
export const outlookWeb: Client = {
  name: 'Outlook new and web',
  write: (text) => ({
    html: `<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style>\n${eachLine(
      text,
      (line) =>
        `<div class="elementToProof" style="font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);">${line}</div>`,
      '<div class="elementToProof" style="font-family: Aptos, Calibri; font-size: 12pt; color: rgb(0, 0, 0);"><br></div>',
    )}`,
    text,
  }),
  reply: webReply,
  forward: webReply,
};

const FOOTER = {
  de: ['Holen Sie sich ', 'Outlook für iOS'],
  en: ['Get ', 'Outlook for iOS'],
} as const;

/** Outlook for phones: with its footer between the message and what it quotes. */
export const outlookMobile: Client = {
  name: 'Outlook mobile',
  write: (text) => ({
    html: eachLine(text, (line) => `<div dir="ltr">${line}</div>`, '<div dir="ltr"><br></div>'),
    text,
  }),
  reply(own, older, language) {
    const [verb, name] = FOOTER[language];
    const footer = `<div id="ms-outlook-mobile-signature"><div><br></div>${verb}<a href="https://aka.ms/o0ukef">${name}</a></div>`;
    const { html, text } = webReply(
      { html: `${own.html}\n${footer}`, text: below(own.text, verb + name) },
      older,
      language,
    );
    return { html: `<div id="mail-editor-reference-message-container">${html}</div>`, text };
  },
  forward: (own, older, language) => outlookMobile.reply(own, older, language),
};

/** Outlook for Mac: the labels with their colon and space in bold, "Datum" instead of "Gesendet". */
export const outlookMac: Client = {
  name: 'Outlook for Mac',
  write: (text) => outlookClassic.write(text),
  reply(own, older, language) {
    const label = LABELS[language];
    const at = language === 'de' ? 'um' : 'at';
    const head: Line[] = [
      [label.from, nameAndAddress(older)],
      [label.date, `${longDay(older.sent, language)} ${at} ${clock(older.sent, language)}`],
      [label.to, nameAndAddress(older.to)],
      [label.subject, older.subject],
    ];
    const lines = head.map(
      ([name, value], index) =>
        `<b><span style="font-size:12.0pt;color:black">${name}: </span></b><span style="font-size:12.0pt;color:black">${escaped(value)}${index < head.length - 1 ? '<br>' : '<o:p></o:p>'}</span>`,
    );
    return {
      html: `${own.html}\n<div id="mail-editor-reference-message-container"><div>\n<div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm">\n<p class="MsoNormal" style="margin-bottom:12.0pt">${lines.join('\n')}</p>\n</div>\n<div>\n${older.body.html}</div></div></div>`,
      text: below(own.text, `${asText(head)}\n\n${older.body.text}`),
    };
  },
  forward: (own, older, language) => outlookMac.reply(own, older, language),
};
