import type { Breathe } from '../text/breathe.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../text/dates.ts';
import { wordValue } from './figures.ts';
import { allFactsOf, type Fact } from './facts.ts';
import type { LawPart } from './laws.ts';

/** Fewer digits are found anywhere. */
const MIN_DIGITS = 5;
const PIECE_CHARS = 8_000;

/** "Mo.", "Mo–Fr"; "So" alone is another word. */
const SHORT_WEEKDAY =
  /(?<!\p{L})(?:Mo|Di|Mi|Do|Fr|Sa|So)(?=\.|\s?[-–]\s?\p{Lu}\p{Ll}(?!\p{L}))|(?<=(?<!\p{L})\p{Lu}\p{Ll}\.?\s?[-–]\s?)(?:Mo|Di|Mi|Do|Fr|Sa|So)(?!\p{L})/gu;

/** A text in pieces that end with white space, so that no word is cut. */
function* piecesOf(text: string): Generator<string> {
  const end = /\s/gu;
  for (let at = 0; at < text.length;) {
    end.lastIndex = at + PIECE_CHARS;
    const to = end.lastIndex < text.length && end.test(text) ? end.lastIndex : text.length;
    yield text.slice(at, to);
    at = to;
  }
}

/** What some texts state, for the question whether they have a fact. */
export class FactIndex {
  readonly #numbers = new Set<string>();
  readonly #amounts = new Set<string>();
  readonly #shares = new Set<string>();
  /** Parts of dates: a day of the month, a year. */
  readonly #datePart = new Set<string>();
  readonly #days = new Set<string>();
  readonly #signs = new Set<string>();
  /** Digits of references and contacts, however they are set. */
  readonly #digits = new Set<string>();
  readonly #laws = new Map<string, { codes: Set<string>; steps: Set<string> }>();
  readonly #codes = new Set<string>();
  readonly #words = new Set<string>();

  /**
   * Takes in a text.
   * @param text Markdown or plain text, untrusted
   * @param breathe called once a block and once a piece of some thousand characters
   * @param facts its facts, where they are known already
   */
  async add(text: string, breathe: Breathe, facts?: readonly Fact[]): Promise<void> {
    for (const fact of facts ?? (await allFactsOf(text, breathe))) this.#add(fact);
    for (const piece of piecesOf(text)) {
      await breathe();
      this.#addWords(piece);
    }
  }

  /** Whether the texts state this fact: the same value, in whatever form. */
  has(fact: Fact): boolean {
    switch (fact.kind) {
      case 'number':
        return this.#hasNumber(fact.key);
      case 'amount':
        return this.#amounts.has(fact.key) || this.#numbers.has(fact.key);
      case 'share':
        return this.#shares.has(fact.key) || this.#numbers.has(fact.key);
      case 'date':
        return this.#hasDay(fact.key);
      case 'law':
        return fact.parts.every((part) => this.#hasLaw(part));
      case 'reference':
      case 'contact':
        return this.#hasSign(fact.key);
      case 'name':
        return fact.key
          .split('|')
          .some((name) => this.#words.has(name) || this.#words.has(withoutEnding(name)));
    }
  }

  #add(fact: Fact): void {
    switch (fact.kind) {
      case 'number':
        this.#numbers.add(fact.key);
        if (fact.key.endsWith(':00')) this.#numbers.add(fact.key.slice(0, -3));
        break;
      case 'amount':
        this.#amounts.add(fact.key);
        break;
      case 'share':
        this.#shares.add(fact.key);
        break;
      case 'date':
        this.#addDay(fact.key);
        break;
      case 'law':
        for (const part of fact.parts) this.#addLaw(part);
        break;
      case 'reference':
      case 'contact':
        this.#addSign(fact.key);
        break;
      case 'name':
        break;
    }
  }

  #addWords(text: string): void {
    for (const word of text.match(/\p{L}[\p{L}'’-]*/gu) ?? []) {
      const lower = word.toLowerCase();
      this.#words.add(lower);
      this.#words.add(withoutEnding(lower));
      const value = wordValue(word);
      if (value !== null) this.#numbers.add(value);
    }
    for (const short of text.match(SHORT_WEEKDAY) ?? []) {
      const name = WEEKDAY_NAMES.find((weekday) => weekday.startsWith(short));
      if (name !== undefined) this.#days.add(name.toLowerCase());
    }
    // A sign may stand where no pattern knows it for one.
    for (const token of text.match(/[\p{L}\d][^\s,;|*]{0,80}/gu) ?? []) {
      if (/\d/u.test(token)) this.#addSign(token.toLowerCase().replace(/[^\p{L}\d]+$/u, ''));
    }
  }

  #addSign(key: string): void {
    this.#signs.add(key);
    const digits = key.replaceAll(/\D/gu, '');
    if (digits.length >= MIN_DIGITS) this.#digits.add(digits);
  }

  #hasSign(key: string): boolean {
    if (this.#signs.has(key)) return true;
    const digits = key.replaceAll(/\D/gu, '');
    const letters = key.replaceAll(/[^\p{L}]/gu, '');
    return digits.length >= MIN_DIGITS && letters === '' && this.#digits.has(digits);
  }

  #hasNumber(key: string): boolean {
    // "1 Monat" is "ein Monat"; the article says nothing.
    if (key === '1') return true;
    const hour = /^(\d{1,2}):00$/u.exec(key)?.[1];
    return (
      [this.#numbers, this.#amounts, this.#shares, this.#datePart, this.#signs, this.#digits].some((known) =>
        known.has(key),
      ) ||
      (hour !== undefined && this.#numbers.has(hour))
    );
  }

  #addDay(key: string): void {
    for (const name of namesOf(key)) this.#days.add(name);
    if (!/\d/u.test(key)) return;
    const parts = key.split('-');
    const [first = ''] = parts;
    if (first.length === 4) this.#datePart.add(first);
    if (parts.length === 2 && first.length === 4) {
      this.#days.add(key);
      return;
    }
    const [month = '', day = ''] = parts.slice(-2);
    this.#datePart.add(String(Number(day)));
    this.#days.add(`${month}-${day}`);
    if (parts.length === 3) {
      this.#days.add(key);
      this.#days.add(key.slice(0, 7));
    } else this.#days.add(`?-${month}-${day}`);
  }

  /** A day without a year is the same day of any year, where the texts name that year at all. */
  #hasDay(key: string): boolean {
    if (this.#days.has(key) || this.#words.has(key)) return true;
    const year = /^(\d{4})-\d{2}-\d{2}$/u.exec(key)?.[1];
    if (year === undefined) return false;
    return this.#days.has(`?-${key.slice(5)}`) && (this.#datePart.has(year) || this.#numbers.has(year));
  }

  #addLaw({ paragraph, steps, code }: LawPart): void {
    this.#codes.add(code);
    if (paragraph === '') return;
    const known = this.#laws.get(paragraph) ?? { codes: new Set(), steps: new Set() };
    known.codes.add(code);
    for (const step of steps) known.steps.add(step);
    this.#laws.set(paragraph, known);
  }

  #hasLaw({ paragraph, steps, code }: LawPart): boolean {
    if (paragraph === '') return this.#codes.has(code) || this.#words.has(withoutEnding(code));
    const known = this.#laws.get(paragraph);
    if (!known) return false;
    // The name of the law may stand once for several paragraphs, or in the sentence before.
    const sameLaw = code === '' || known.codes.has(code) || (known.codes.has('') && this.#codes.has(code));
    return sameLaw && steps.every((step) => known.steps.has(step));
  }
}

/** "Webers" and "Klaus'" as "Weber" and "Klau": both sides of a comparison are cut alike. */
function withoutEnding(word: string): string {
  return word.replace(/(?:['’]s?|s)$/u, '');
}

/** How a day may be called too: by its weekday, where its year is known, and by its month. */
function namesOf(key: string): string[] {
  if (!/\d/u.test(key)) return [key];
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(key) ? new Date(`${key}T00:00:00Z`).getUTCDay() : null;
  const month = Number(/^\d{4}-(\d{2})|^(\d{2})-/u.exec(key)?.slice(1).find(Boolean)) - 1;
  const names = [MONTH_NAMES[month], day === null ? undefined : WEEKDAY_NAMES[(day + 6) % 7]];
  return names.filter((name) => name !== undefined).map((name) => name.toLowerCase());
}
