/** Finite verbs whose subject speaks. */
const SPEECH =
  /^(?:sagt|sagte|sagten|erklärt|erklärte|erklärten|meint|meinte|betont|betonte|berichtet|berichtete|schreibt|schrieb|erzählt|erzählte|antwortet|antwortete|fragt|fragte|fordert|forderte|kritisiert|kritisierte|kündigte|teilte|bestätigt|bestätigte|räumte|ergänzt|ergänzte|glaubt|glaubte|hofft|hoffte|weiß|wusste|findet|fand|lobt|lobte|warnt|warnte|verriet|unterstrich|versichert|versicherte|behauptet|behauptete|sprach|spricht|heiratete|heiratet|lachte|lacht|starb|stirbt|studierte|studiert|telefoniert|telefonierte|plädierte|plädiert)$/u;

/** Finite verbs that a person most likely is the subject of where a word of several meanings stands before them. */
const PERSON =
  /^(?:hat|hatte|ist|war|wird|wurde|kann|konnte|will|wollte|soll|sollte|muss|musste|möchte|bat|bittet|rief|ruft|gab|gibt|kam|kommt|legte|stellte|reichte|beantragte|beantragt|wohnt|wohnte|hätte|habe|sei|werde|ging|geht|meldete|verlangte|verlangt|lehnte|erhielt|erhält|zog|zieht|galt|gilt|gehört|gehörte|übernahm|präsentierte|beschäftigte|begann|verließ|lebte|lebt|arbeitete|arbeitet|gewann|spielte|blieb|führte|schied|bezog|wirkte|dachte|denkt|wiederum|hingegen)$/u;

/** `sagte`, `berichtet` */
export function isVerbOfSpeech(lower: string): boolean {
  return SPEECH.test(lower);
}

/** `hat`, `beantragte`, and verbs of speech */
export function isVerbOfPerson(lower: string): boolean {
  return PERSON.test(lower) || SPEECH.test(lower);
}
