/**
 * Stems of strong and irregular verbs with what becomes of them in past, participle and present, umlauts written out;
 * written for this project. A separable or inseparable prefix makes no difference.
 */
const LINES = `
back buk; befehl befahl befohl befiehl; beginn begann begonn; beiss biss; berg barg borg birg; bieg bog; biet bot;
bind band bund; bitt bat bet; blas blies blaes; bleib blieb; brat briet braet; brech brach broch brich; brenn brannt;
bring bracht braecht; denk dacht daecht; dring drang drung; empfehl empfahl empfohl empfiehl; ess ass gess iss;
fahr fuhr faehr; fall fiel faell; fang fing faeng; fecht focht; find fand fund; flecht flocht; flieg flog; flieh floh;
fliess floss; frier fror; geb gab gib gaeb; gelt galt golt gilt; gelt gol; genes genas; gewinn gewann gewonn; giess goss;
gleich glich; gleit glitt; grab grub graeb; greif griff; halt hielt haelt; haeng hing hang; heb hob; heiss hiess;
helf half holf hilf; kenn kannt; klimm klomm; kling klang klung; komm kam kaem; kriech kroch; lad lud laed;
lass liess laess; lauf lief laeuf; leid litt; leih lieh; les las lies; lieg lag; luegen log; meid mied;
mess mass miss; nehm nahm nomm nimm naehm; nenn nannt; pfeif pfiff; preis pries; rat riet raet; reib rieb; reiss riss;
reit ritt; renn rannt; riech roch; ring rang rung; rinn rann ronn; ruf rief; saufen soff; schaff schuf; scheid schied;
schein schien; schieb schob; schiess schoss; schlaf schlief schlaef; schlag schlug schlaeg; schleich schlich;
schliess schloss; schmeiss schmiss; schmelz schmolz; schneid schnitt; schreib schrieb; schrei schrie; schreit schritt;
schweig schwieg; schwell schwoll; schwimm schwamm schwomm; schwind schwand schwund; schwing schwang schwung;
schwoer schwor; seh sah sieh saeh; send sandt; sing sang sung; sink sank sunk; sinn sann sonn; sitz sass sess;
spinn spann sponn; sprech sprach sproch sprich; spring sprang sprung; stech stach stoch stich; steh stand staend;
stehl stahl stohl stiehl; steig stieg; sterb starb storb stirb; stoss stiess stoess; streich strich; streit stritt;
trag trug traeg; treff traf troff triff; treib trieb; tret trat tritt traet; trink trank trunk; trueg trog; tu tat;
verderb verdarb verdorb verdirb; verdriess verdross; vergess vergass vergiss; verlier verlor; wachs wuchs waechs;
waeg wog; wasch wusch waesch; weich wich; weis wies; wend wandt; werb warb worb wirb; werf warf worf wirf; wieg wog;
wind wand wund; wiss wusst weiss; zeih zieh; zieh zog; zwing zwang zwung; bedin bedung; geh gang ging
`;

/** From what becomes of a stem to the stem ("nomm" → "nehm"); of two the one that comes last. */
export const STRONG_STEMS: ReadonlyMap<string, string> = new Map(
  LINES.split(';').flatMap((line) => {
    const [stem = '', ...forms] = line.trim().split(/\s+/u);
    return forms.map((form) => [form, stem] as const);
  }),
);
