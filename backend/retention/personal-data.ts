import type { KommuneId } from '../../contract/identity.ts';
import type { StoredRecord } from '../../contract/persons.ts';
import { eraseRuns, runKey, runsOfPerson } from '../agents/runs/kept.store.ts';
import { eraseLibraryRecords, libraryRecords } from '../agents/library/personal-room.ts';
import { actsOfPerson, forgetActor } from '../audit/persons.store.ts';
import type { Pseudonym } from '../identity/pseudonym.ts';
import { eraseHeads, headKey, headsOf } from '../ledger/heads.store.ts';
import { eraseWindows, requestKey } from '../ledger/rate-limits.store.ts';
import type { Db } from '../store/store.ts';
import { windowsOf } from './windows.store.ts';

/** Whose data it is. */
export interface DataSubject {
  /** As in `Person`. */
  id: string;
  kommune: KommuneId;
}

/** A room that keeps something about persons. */
export interface PersonalRoom {
  room: string;
  /** What is kept, and for how long, in German: it goes into the answer to the person. */
  about: string;
  /** Tables of the schema amtsfeder whose rows lead to a person. */
  tables: readonly string[];
  /** @param db in the scope of the person's Kommune */
  export(db: Db, subject: DataSubject): Promise<StoredRecord[]>;
  /** @param db in the scope of the person's Kommune @returns the number of records */
  erase(db: Db, subject: DataSubject): Promise<number>;
}

/**
 * Every room that keeps something about persons. A room that comes to do so is added here, and each of its tables either
 * to its entry or to `tablesWithoutPersons`: a test goes through all tables there are.
 */
export function personalRooms(pseudonym: Pseudonym): readonly PersonalRoom[] {
  return [
    {
      room: 'protocol',
      about:
        'Name und Verwaltungsakte im Protokoll. Der Name bleibt, bis er gelöscht wird; die Einträge bleiben ohne Namen bis zum Ende ihrer Aufbewahrung.',
      tables: ['audit_actor', 'audit_line'],
      export: (db, { kommune, id }) => actsOfPerson(db, kommune, id),
      erase: (db, { kommune, id }) => forgetActor(db, kommune, id),
    },
    {
      room: 'head-counts',
      about:
        'Dass die Person im laufenden Monat gezählt wurde, je Fachbereich, Aufgabe und Modell. Nach dem Ende des Monats lässt sich die Zählung niemandem mehr zuordnen.',
      tables: ['head', 'head_salt'],
      export: async (db, { kommune, id }) =>
        (await headsOf(db, kommune, headKey({ id }, pseudonym))).map((row) => ({ ...row })),
      erase: (db, { kommune, id }) => eraseHeads(db, kommune, headKey({ id }, pseudonym)),
    },
    {
      room: 'request-limits',
      about: 'Zahl der Anfragen in der laufenden Minute und am laufenden Tag, höchstens einen Tag lang.',
      tables: ['request_window'],
      export: (db, { id }) => windowsOf(db, requestKey({ id }, pseudonym)),
      erase: (db, { id }) => eraseWindows(db, requestKey({ id }, pseudonym)),
    },
    {
      room: 'library',
      about:
        'Eigene Anweisungen und Favoriten der Bibliothek, bis die Person sie löscht; dass sie im laufenden Monat als Nutzerin oder Nutzer eines Agenten gezählt wurde. Nach dem Ende des Monats lässt sich die Zählung niemandem mehr zuordnen.',
      tables: ['library_favourite', 'library_prompt', 'library_head'],
      export: (db, subject) => libraryRecords(db, subject, pseudonym),
      erase: (db, subject) => eraseLibraryRecords(db, subject, pseudonym),
    },
    {
      room: 'agent-runs',
      about:
        'Läufe von Agenten, höchstens so lange, wie die Kommune es festgelegt hat. Was darin steht, ist verschlüsselt; die Person selbst sieht es in Word oder Outlook unter „Agenten“.',
      tables: ['agent_run', 'agent_step'],
      export: (db, { id }) => runsOfPerson(db, runKey({ id }, pseudonym)),
      erase: (db, { id }) => eraseRuns(db, runKey({ id }, pseudonym)),
    },
  ];
}

/** Tables that hold nothing about a person, and why. */
export const tablesWithoutPersons: Readonly<Record<string, string>> = {
  migration: 'which migrations were applied',
  audit_head: 'length and hash of a chain',
  audit_checkpoint: 'up to where a chain was deleted',
  call: 'a call with its Fachbereich, without the person',
  charge: 'tokens and cost of a call',
  reservation: 'what an open call may cost',
  budget: 'an amount for a Kommune or Fachbereich',
  budget_state: 'sums of a budget',
  budget_warning: 'that a budget reached a level',
  ledger_month: 'sums of a Kommune and month by model',
  report_month: 'sums of five persons or more',
  verbund_policy: 'rules; the author is a pseudonym that loses its name with audit_actor',
  kommune_policy: 'rules; the author is a pseudonym that loses its name with audit_actor',
  model_register: 'models; the author is a pseudonym that loses its name with audit_actor',
  report_plan: 'keys of allocation; the author is a pseudonym that loses its name with audit_actor',
  collection: 'rules of a collection; whom to ask is an office, entered as such',
  document: 'name and place of a document of the house',
  document_version: 'title and validity of a document of the house',
  original_piece: 'the files of the house',
  section: 'texts of the house',
  search_collection: 'sums over a collection',
  term_count: 'how often words stand in documents of the house',
  section_embedding: 'what sections of documents of the house mean, as numbers',
  section_index: 'which words stand in which section',
  import_run: 'that documents were imported; who did it stands in the protocol',
  import_file: 'names of imported files',
  import_piece: 'files that wait to be read',
  synonym_list: 'how often a dictionary was changed',
  synonym: 'words of the house and what they mean',
  faq_entry: 'questions with answers for all; who proposed them is not kept',
  unanswered: 'masked questions by day; who asked is not kept',
  section_found: 'the day on which somebody last found a section',
  dead_link: 'addresses in documents of the house',
  library_item: 'things of the library and whom they belong to, a Kommune or the Verbund',
  library_version: 'texts of the house; authors are pseudonyms that lose their names with audit_actor',
  library_shipped: 'agents that were withdrawn; by whom is a pseudonym that loses its name with audit_actor',
  library_use: 'how often something was used in a month',
};
