import { readFileSync } from 'node:fs';
import type { Material, Question } from './corpus.ts';

interface File {
  data: { title: string; paragraphs: { context: string; qas: { question: string }[] }[] }[];
}

/** XQuAD-de: each article a document, each of its paragraphs a section. */
export function readXquad(data: URL): Material {
  const { data: articles } = JSON.parse(
    readFileSync(new URL('questions/xquad-de-dev.json', data), 'utf8'),
  ) as File;
  const named = articles.map((article) => ({ ...article, title: article.title.replaceAll('_', ' ') }));
  return {
    name: 'XQuAD-de',
    documents: named.map(({ title, paragraphs }) => ({
      name: title,
      title,
      sections: paragraphs.map(({ context }) => ({ path: [], text: context, pages: null })),
    })),
    questions: named.flatMap(({ title, paragraphs }) =>
      paragraphs.flatMap(({ context, qas }) =>
        qas.map(({ question }): Question => ({
          text: question,
          group: title,
          document: title,
          isAnswer: (document, section) => document === title && section.text === context,
        })),
      ),
    ),
  };
}
