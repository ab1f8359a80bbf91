import { isAdjective, isNoun, isVerb, type Vocabulary } from './vocabulary.ts';

const MIN_PART = 4;
const MIN_COMPOUND = 7;
/** Nothing is split that is longer: it is no word. */
const MAX_COMPOUND = 60;

/** Short words that compounds begin with. */
const SHORT_FIRST: ReadonlySet<string> = new Set(
  `abt akt amt arm art arzt bad bau bus ehe eid erb eu fax gas gut hof it kfz lkw miet not oel ort pkw rad rat see tag tat
  tod tor uhr weg zug lohn pass`.split(/\s+/u),
);
/** Short words that compounds end with. */
const SHORT_LAST: ReadonlySet<string> = new Set(
  `akt amt art arzt bad bau ehe eid hof ort rat tag tat tod uhr weg zug akte lohn pass gut`.split(/\s+/u),
);
/** First parts that no list has as words. */
const FIRST: ReadonlySet<string> = new Set(
  `bundes landes schul bezug lehr sach sonder straf wahl kirchen zwangs amts dienst haupt neben fach teil gesamt grund`.split(
    /\s+/u,
  ),
);
/** Endings that are words elsewhere: they would cut a word in the wrong place ("Gesundheit" + "samt"). */
const NO_LAST: ReadonlySet<string> = new Set(
  `igung lich keit heit schaft ungen innen tion rung lung lungen ting ding ende endes enden endung erin erinnen ling linge
  nisse samt samts samtes stage stagen eile eilen aetzen bart baut ebene teller tellers tellern ritt ehen eben ringen ringer rinnen baren bare barer bares samen same eilig eilige
  eiliger eiligen lose loser losen haften hafte haft sichtlich saechlich saechliche saechlichen stabe lagen liegen halten
  lende maessig maessige maessigen artige artigen`.split(/\s+/u),
);
/** Words that are prefixes at the front of others, or pieces of them. */
const NO_FIRST: ReadonlySet<string> = new Set(
  `unter voll zuge best vers eint gemein rege massig wieder schri anzug nieder fest`.split(' '),
);
const JOINTS = ['', 's', 'es', 'ns', 'ens'] as const;

/** A way to take a word apart: [start, end) of each part. */
type Parts = readonly (readonly [start: number, end: number])[];

/**
 * The parts of compounds, the parts' parts, and neighbouring parts together ("Arbeitsunfähigkeit" and "Bescheinigung").
 * The work grows with the square of a word's length, which is bounded.
 */
export interface Compounds {
  /** @param word as `plain` writes it. @returns its parts without the word itself, the first ones first; none for a simple word */
  partsOf(word: string): string[];
}

export function createCompounds(vocabulary: Vocabulary): Compounds {
  /** Nouns of verbs, of which no list has all ("Bescheinigung"). */
  const isDerived = (part: string) => {
    const verb = /^(.{4,})ung(?:en|s)?$/u.exec(part)?.[1];
    return (
      verb !== undefined && (isVerb(vocabulary.flags(`${verb}en`)) || isVerb(vocabulary.flags(`${verb}n`)))
    );
  };
  const isFirst = (part: string, flags: number) =>
    part.length >= MIN_PART
      ? (!NO_FIRST.has(part) && (isNoun(flags) || isAdjective(flags))) ||
        FIRST.has(part) ||
        isDerived(part) ||
        (!NO_FIRST.has(part) && isVerb(vocabulary.flags(`${part}en`)))
      : SHORT_FIRST.has(part);
  const isLast = (part: string, flags: number) =>
    part.length >= MIN_PART
      ? (isNoun(flags) || isAdjective(flags) || isDerived(part)) && !NO_LAST.has(part)
      : SHORT_LAST.has(part);

  /** The best way to take a word apart into known words: the fewest, then the one whose shortest is longest. */
  function bestSplit(word: string): Parts | null {
    const { length } = word;
    interface Way {
      parts: Parts;
      shortest: number;
    }
    const ways: (Way | undefined)[] = [];
    const offer = (at: number, way: Way) => {
      const known = ways[at];
      if (
        known === undefined ||
        way.parts.length < known.parts.length ||
        (way.parts.length === known.parts.length && way.shortest > known.shortest)
      )
        ways[at] = way;
    };
    let best: Way | undefined;
    for (let start = 0; start <= length - 3; start++) {
      const before = start === 0 ? { parts: [], shortest: length } : ways[start];
      if (before === undefined) continue;
      vocabulary.from(word, start, length, (end, flags) => {
        if (end - start < 2 || (start === 0 && end === length)) return;
        const part = word.slice(start, end);
        const way: Way = {
          parts: [...before.parts, [start, end]],
          shortest: Math.min(before.shortest, end - start),
        };
        if (end === length) {
          if (isLast(part, flags)) {
            offer(length, way);
            best = ways[length];
          }
          return;
        }
        if (length - end < 3 || !isFirst(part, flags)) return;
        for (const joint of JOINTS)
          if (word.startsWith(joint, end) && length - end - joint.length >= 3) offer(end + joint.length, way);
      });
    }
    return best?.parts ?? null;
  }

  function collect(word: string, into: Set<string>): void {
    if (word.length < MIN_COMPOUND || word.length > MAX_COMPOUND) return;
    const split = bestSplit(word);
    if (split === null) return;
    const parts = split.map(([start, end]) => word.slice(start, end));
    for (const part of parts) {
      into.add(part);
      collect(part, into);
    }
    if (split.length > 2)
      for (let at = 0; at + 1 < split.length; at++) into.add(word.slice(split[at]?.[0], split[at + 1]?.[1]));
  }

  return {
    partsOf(word) {
      const parts = new Set<string>();
      if (!isVerb(vocabulary.flags(word))) collect(word, parts);
      parts.delete(word);
      return [...parts];
    },
  };
}
