/** The package ships no types; only the German list is used. */
declare module 'stopword' {
  export const deu: string[];
}
