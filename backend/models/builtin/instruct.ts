import { FINDINGS, findings, type FindingKind } from './findings.ts';
import type { Digest } from '../../text/digest.ts';
import { bullets, honestLine, joinParts, quote, verbatim } from './markdown.ts';
import { questionsIn } from '../../text/questions.ts';
import { pick } from './rank.ts';
import { excerptLine, keyPassages, NO_STATEMENTS, weigh } from './summarise.ts';
import { digestOf, type CallOf, type Desk } from './task.ts';

const SHOWN = 40;
const PASSAGES = 6;

const ASKED: [RegExp, FindingKind][] = [
  [/frist|termin|datum|daten(?!schutz)\b|stichtag|bis wann|wann/iu, FINDINGS.deadlines],
  [/betr[aä]g|kosten|summe|preis|geld|euro|gebühr|prozent|zahlen/iu, FINDINGS.amounts],
  [/rechtsgrundlage|paragra(?:ph|f)|gesetz|vorschrift|§/iu, FINDINGS.laws],
  [/aktenzeichen|geschäftszeichen|\baz\b|kundennummer/iu, FINDINGS.references],
  [/person|kontakt|ansprechpartner|telefon|e-?mail-?adress|namen/iu, FINDINGS.contacts],
  [/zuständig|verantwortlich/iu, FINDINGS.responsible],
  [/handlungsbedarf|aufgabe|zu tun|to-?do|maßnahme|pflicht/iu, FINDINGS.actions],
];
const QUESTIONS_ASKED = /frage(?:n|stellung)/iu;
const SUMMARY_ASKED = /zusammenfass|fasse .{0,200}zusammen|kernaussage|worum geht|überblick|wichtigste/iu;
/** These need words of one's own, whatever else the instruction names. */
const WRITING =
  /(?<!\p{L})(?:schreib|verfass|formulier|entwirf|entwurf|übersetz|erklär|begründe|bewerte|beurteil|vergleich|erstelle (?:eine[nm]? )?(?:brief|antwort|rede|text|entwurf)|prüfe)/iu;

const NEEDS_MODEL = 'Diese Anweisung lässt sich ohne Sprachmodell nicht ausführen.';

function questions(from: Digest): string {
  return bullets(
    questionsIn(from.sentences)
      .slice(0, SHOWN)
      .map(({ sentence }) => quote(sentence.text)),
  );
}

function found(heading: string, list: string): string {
  return `## ${heading}\n\n${list || 'Im Text nicht gefunden.'}`;
}

/** What an instruction asks for that can be taken from the text word for word. */
async function extracts(instruction: string, from: Digest, desk: Desk): Promise<string[]> {
  const parts = ASKED.filter(([words]) => words.test(instruction)).map(([, kind]) =>
    found(kind.heading, findings(from, kind, SHOWN)),
  );
  if (QUESTIONS_ASKED.test(instruction)) parts.push(found('Fragen', questions(from)));
  if (SUMMARY_ASKED.test(instruction)) {
    const ranked = await weigh(from, desk, '');
    const points = bullets(keyPassages(from, ranked).map(verbatim));
    parts.unshift(`## Kernaussagen\n\n${points || NO_STATEMENTS}`);
  }
  return parts;
}

/** The passages that share most words with the instruction. */
async function nearest(instruction: string, from: Digest, desk: Desk): Promise<string> {
  const wanted = new Set(desk.stemmer(instruction));
  const ranked = await weigh(from, desk, instruction);
  const fitting = ranked.filter(({ stems }) => [...wanted].some((stem) => stems.has(stem)));
  const passages = bullets(pick(fitting, PASSAGES).map(({ text }) => quote(text)));
  return passages
    ? `${NEEDS_MODEL} Diese Stellen Ihres Textes passen am ehesten zu ihren Wörtern:\n\n${passages}`
    : `${NEEDS_MODEL} Im Text kommt keines ihrer Wörter vor.`;
}

/** Freie Anweisung: only what can be extracted is done, and what cannot is said. */
export async function instruct(call: CallOf<'instruct'>, desk: Desk): Promise<string> {
  const { instruction } = call.input;
  if (desk.reading.kind === 'nothing') {
    return joinParts([
      `${NEEDS_MODEL} Ohne Sprachmodell können nur Auszüge aus einem geöffneten Text gezeigt werden, zum Beispiel Fristen, Beträge oder Kernaussagen.`,
      honestLine('kein Text zum Auswerten.'),
    ]);
  }
  const from = await digestOf(desk);
  const parts = await extracts(instruction, from, desk);
  if (parts.length === 0) parts.push(await nearest(instruction, from, desk));
  else if (WRITING.test(instruction)) parts.unshift(`${NEEDS_MODEL} Dies steht dazu im Text:`);
  return joinParts([...parts, excerptLine(desk)]);
}
