const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Towns with a PLZ that belongs to them. */
export const towns = lines(`
66869 Kusel
66877 Ramstein-Miesenbach
66849 Landstuhl
67655 Kaiserslautern
67659 Kaiserslautern
67663 Kaiserslautern
67292 Kirchheimbolanden
67304 Eisenberg
67307 Göllheim
67806 Rockenhausen
67742 Lauterecken
67752 Wolfstein
66901 Schönenberg-Kübelberg
66914 Waldmohr
66907 Glan-Münchweiler
66885 Altenglan
66887 Sankt Julian
66871 Pfeffelbach
67697 Otterberg
67685 Weilerbach
67677 Enkenbach-Alsenborn
67734 Katzweiler
67735 Mehlbach
66851 Queidersbach
66862 Kindsbach
66892 Bruchmühlbach-Miesau
66953 Pirmasens
66482 Zweibrücken
66424 Homburg
55743 Idar-Oberstein
55765 Birkenfeld
55543 Bad Kreuznach
55590 Meisenheim
67433 Neustadt an der Weinstraße
67059 Ludwigshafen am Rhein
67227 Frankenthal (Pfalz)
67547 Worms
55116 Mainz
54290 Trier
56068 Koblenz
76829 Landau in der Pfalz
76726 Germersheim
67346 Speyer
67098 Bad Dürkheim
68159 Mannheim
69117 Heidelberg
66111 Saarbrücken
66606 St. Wendel
10115 Berlin
80331 München
50667 Köln
60311 Frankfurt am Main
04109 Leipzig
01067 Dresden
99084 Erfurt
67748 Odenbach
67744 Medard
67745 Grumbach
66909 Quirnbach/Pfalz
66903 Altenkirchen
67729 Sippersfeld
67725 Breunigweiler
67814 Dannenfels
67722 Winnweiler
67724 Höringen
67821 Alsenz
67823 Obermoschel
67693 Fischbach
67688 Rodenbach
67706 Krickenbach
67705 Trippstadt
67732 Hirschhorn/Pfalz
66879 Steinwenden
66882 Hütschenhausen
66894 Martinshöhe
66904 Brücken (Pfalz)
66916 Breitenbach
24103 Kiel
18055 Rostock
79098 Freiburg im Breisgau
`);

/** Streets of every kind, also such that no suffix gives away. */
export const streets = lines(`
Hauptstraße
Schulstraße
Bahnhofstr.
Kirchenstraße
Lindenweg
Am Sonnenhang
In der Au
Im Brühl
Auf dem Bangert
Hinter den Gärten
Zum Sportplatz
Zur Mühle
Ringstraße
Gartenweg
Friedhofstraße
Konrad-Adenauer-Straße
Friedrich-Ebert-Ring
Kurt-Schumacher-Str.
Goethestraße
Schillerplatz
Mozartstr.
Richard-Wagner-Straße
Barbarossaring
Pariser Straße
Mainzer Straße
Trierer Str.
Lauterstraße
Glanstraße
Burgweg
Schlossgasse
Marktplatz
Am Alten Markt
Obere Gasse
Untere Pfeifermühle
Hohlweg
Bergstraße
Talstraße
Waldstr.
Wiesenstraße
Rosenweg
Amselweg
Fasanenhof
Eichendorffallee
Birkenallee
Kastanienweg
Am Gänsbrunnen
An der Heide
Im Grundtal
Im Haderwald
Auf der Höll
Neue Anlage
Steinbruchweg
Kuseler Straße
Landstuhler Str.
Von-der-Leyen-Straße
Straße des Friedens
Platz der Deutschen Einheit
Unter den Eichen
Vor dem Tor
Alte Poststraße
Industriestraße
Gewerbepark Nord
Carl-Benz-Straße
Dr.-Kaufmann-Straße
St.-Remigius-Straße
Sankt-Martin-Platz
Pfarrer-Funck-Weg
Geschwister-Scholl-Straße
Siedlung
Am Stegwald
Bruchwiesenstraße
Marienstr.
Elisabethenstraße
Wilhelmstraße
Ludwigsallee
Kaiser-Friedrich-Ring
Herzog-Wolfgang-Straße
Römerweg
Keltenstraße
Weinbergstr.
Am Wingert
Judengasse
Zehntscheuergasse
Am Viehmarkt
Bleichstraße
Gerberstraße
Hafnergasse
Spittelstraße
Glockengasse
Am Heiligenhäuschen
`);

/** Dialling codes and the place that somebody there lives in does not matter. */
export const diallingCodes = lines(`
06381
06382
06383
06384
06385
06386
0631
06301
06302
06303
06304
06351
06352
06355
06361
06362
06371
06372
06373
06374
06375
0621
06232
06321
06331
06841
0681
0651
0261
06131
`);

export const plateDistricts = lines(`
KUS
KL
KIB
ROK
PS
ZW
LU
MZ
HOM
BIR
KH
SB
WND
MA
DÜW
NW
GER
B
`);
