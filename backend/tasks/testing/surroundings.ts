import { escaped, type Body } from './mail-shape.ts';

/** Warnings that mail gateways and Exchange put above a message from outside, as town halls meet them. */
export const banners: readonly string[] = [
  '[EXTERN]',
  '[EXTERNAL]',
  'EXTERNE E-MAIL',
  'ACHTUNG: Diese E-Mail stammt von außerhalb der Stadtverwaltung. Klicken Sie nicht auf Links und öffnen Sie keine Anhänge, wenn Sie den Absender nicht kennen.',
  'ACHTUNG: Externe E-Mail! Bitte öffnen Sie keine Anhänge von unbekannten Absendern.',
  'Vorsicht! Diese Nachricht kommt von einem externen Absender. Kennen Sie den Absender?',
  'Warnung: Diese E-Mail wurde von einem externen Absender verschickt. Seien Sie vorsichtig beim Öffnen von Anlagen.',
  'CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender and know the content is safe.',
  'This message came from outside your organization.\nAre you expecting it? Do not open attachments unless you know the sender.',
  "[You don't often get email from a.beispiel@example.de. Learn why this is important at https://aka.ms/LearnAboutSenderIdentification ]",
  'Sie erhalten nicht häufig E-Mails von a.beispiel@example.de. Erfahren Sie, warum dies wichtig ist',
  'Hinweis: Die Links in dieser E-Mail wurden zu Ihrem Schutz durch SafeLinks ersetzt. Erwarten Sie diese Nachricht?',
];

/** Lines that phones and free mail services add to a message. */
export const footers: readonly string[] = [
  'Von meinem iPhone gesendet',
  'Gesendet von Outlook für Android',
  'Holen Sie sich Outlook für iOS',
  'Gesendet mit der WEB.DE Mail App',
  'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
  'Von Samsung Mobile gesendet',
  'Gesendet von Mail für Windows',
  'Sent from my iPhone',
  'Get Outlook for Android',
];

/** What houses put below every message. */
export const disclaimers: readonly string[] = [
  'Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind oder diese E-Mail irrtümlich erhalten haben, informieren Sie bitte sofort den Absender und vernichten Sie diese E-Mail. Haben Sie Fragen dazu?',
  'Der Inhalt dieser E-Mail ist vertraulich und ausschließlich für den bezeichneten Adressaten bestimmt.\nSollten Sie nicht der vorgesehene Empfänger sein, so ist jede Form der Kenntnisnahme unzulässig.',
  'Bitte denken Sie an die Umwelt, bevor Sie diese E-Mail ausdrucken. Muss diese E-Mail wirklich gedruckt werden?',
  'Informationen zur Verarbeitung Ihrer personenbezogenen Daten nach Art. 13 DSGVO finden Sie unter https://www.example.de/datenschutz',
  'Die genannte E-Mail-Adresse dient nur für den Empfang einfacher Mitteilungen ohne Signatur und/oder Verschlüsselung.',
  'This e-mail and any attachments are confidential and may be privileged. If you are not the intended recipient, please notify the sender. Did you get it by mistake?',
  'Please consider the environment before printing this e-mail.',
  'CONFIDENTIALITY NOTICE\nThe information contained in this message is intended only for the addressee.',
  'Virenfrei. www.avast.com',
];

/** A message with a warning above it. */
export function warned(body: Body, banner: string): Body {
  return {
    html: `<div style="background-color:#FFEB9C; width:100%; border-style: solid; border-color:#9C6500; border-width:1pt; padding:2pt;">${escaped(banner).replaceAll('\n', '<br>')}</div><br>${body.html}`,
    text: `${banner}\n\n${body.text}`,
  };
}

/** A message with something added below it. */
export function endedWith(body: Body, footer: string): Body {
  return {
    html: `${body.html}<br><p style="font-size:8pt;color:gray">${escaped(footer).replaceAll('\n', '<br>')}</p>`,
    text: `${body.text}\n\n${footer}`,
  };
}
