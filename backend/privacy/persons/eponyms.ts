/**
 * Physicians whose names stand for diseases, signs, scores and operations in doctors' letters. Without a cue they are no
 * persons of the letter.
 */
export const EPONYM = new Set(
  (
    'addison allen alport alzheimer apgar apley asperger avenarius babinski baker bankart barré barthel barrett basedow bassini bechterew ' +
    'behçet behcet bell berger bernstein billroth bishop bobath boerhaave borg bowen braden breslow broca brugada buerger burkitt cajal charcot child ' +
    'churg clark cobb cockcroft crohn cushing debakey doppler douglas down dressler duchenne dukes dupuytren durant ebstein ekbom ewing fabry fallot ' +
    'fanconi felty finkelstein foley fontaine forrest fowler friedreich ganglion garden gartland gault gaucher gilbert glasgow gleason graves ' +
    'guillain guyon hashimoto heberden hegar heimlich hirschsprung hodgkin holter horner huntington hutchinson jendrassik jobe kaposi ' +
    'karnofsky kawasaki kernig killip kirschner klinefelter kocher korsakow lachman langerhans lasègue lasegue leopold leriche lisfranc ' +
    'lown lugol lynch mallory marfan mcburney mcmurray meckel menière meniere mobitz morton murphy neer nissen norton osler osgood paget parkinson ' +
    'pauwels perthes peyronie phalen pick pott prinzmetal pugh quick quincke raynaud redon reiter rett rinne ringer romberg roux rutherford salter schellong ' +
    'scheuermann schirmer schlatter sjögren sjogren snellen spurling stanford steinmann still sudeck takayasu tanner tawara thomsen tietze tinel ' +
    'tinetti tourette trendelenburg turner valsalva virchow volkmann waldenström wegener weiss wenckebach wernicke westergren whipple willebrand ' +
    'wilms wilson wolff zenker zollinger'
  ).split(' '),
);
