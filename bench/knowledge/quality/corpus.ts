import type { Section } from '../../../backend/knowledge/section.ts';

/** A document of a collection for measuring. */
export interface Document {
  /** The file's name without its ending, or the article's title. */
  name: string;
  title: string;
  sections: Section[];
}

/** A question with the sections that answer it. */
export interface Question {
  text: string;
  /** What questions are divided by when a half of them is kept back: an article, or the question itself. */
  group: string;
  /** The document that answers it (the first where there are several). */
  document: string;
  isAnswer(document: string, section: Section): boolean;
}

/** Documents, and questions on them. */
export interface Material {
  name: string;
  documents: Document[];
  questions: Question[];
}
