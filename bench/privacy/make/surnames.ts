/** Written down for this corpus from memory: the Westpfalz, the rest of the country, and where else people come from. */
const words = (text: string) => text.trim().split(/\s+/);

/** Surnames that are no other word, or a rare one. */
export const plain = words(`
Müller Schmitt Schmidt Becker-Lang Hoffmann Weis Klees Dietz Drumm Theiß Hauck Heinz Jung-Diehl Bernd Cullmann Denzer
Doll Dörr Emrich Enders Forster Gerhart Gilcher Göddel Göttel Gries Hach Haberland Harth Hemmer Hertel Heß Hollinger
Jochum Jörg Kassel Kauf Keiper Kennel Kiefaber Kirsch Klag Knapp Knobloch Kolter Korst Krämer Kreutz Krob Lehmann
Leibrock Leppla Lißmann Lützel Mangold Matheis Mathieu Metzger Molter Morgenstern Müller-Rech Nau Neu Nickel Ober
Ohliger Pfaff Pfleger Pfeiffer Pirro Porth Raab Rech Reiß Rheinheimer Rihlmann Rübel Rumpf Sander Schäfer Schanz
Schappert Scherer Schlicher Schnitzer Schreck Schuck Schwab Schwarz Seyler Simgen Spettel Staab Steigner Stemler
Strauß Stuppy Theis Trapp Ulrich Urschel Veith Völker Wahl Weingarth Welker Werle Wilhelm Wolf-Maurer Woll Zapp
Zimmer Zinßmeister Zöller Maier Meier Meyer Mayer Neumann Schulz Schulze Hartmann Lange Krause Lehnert Köhler Huber
Maurer Fuchs-Reiter Peters Möller Schwarzer Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann
Franke Albrecht Schuster Simon Ludwig Böhm Winter-Kuhn Kraus Martin Schumacher Krämer-Vogt Vogel-Raab Otto Sommerfeld
Stein-Lutz Jäger Groß-Bölting Haas Graf Heinrich Seidel Ziegler Brandt Kuhn Schreiber Dietrich Engel-Karst Horn-Dick
Voigt Sauer-Breit Arnold Wolff Pfeifer Thiel Hauser Ritter-Kopp Paulus Kramer Dreher Wirth Hess Stadtmüller Oberholz
Hinkelmann Kuntz Kunz Lenhard Bohlander Brehmer Anschütz Appelt Bachtler Ballbach Baqué Barz Bayersdörfer Bechtel
Benkel Bieg Bischoff Blauth Bleisinger Bollenbach Braunbach Brengel Buhl Burgey Busam Christoffel Clemens Conradt
Creutz Dahler Damm Decker Degen-Ott Dengel Dockendorff Eberle Eicher Eisenbeis Erbelding Fauß Feick Fickeisen Flickinger
Fremgen Gaffga Gauch Geib Geminn Germann Glas Grünnagel Gutheil Habermehl Hammel Hanauer Haßdenteufel Hebel Helfenstein
Henn Herzhauser Hornbach Hüther Immetsberger Jacob Jotter Kappler Karch Kayser Kettenring Klaus Knieriemen Köckritz
Koob Kornmayer Kries Kröher Künstler Laborenz Layes Leiner Littig Lösch Lutz Mahl Marhöfer Mattil Mees Minges Mohrbacher
Munzinger Neuschwander Nohl Orth Pallmann Pletsch Preßler Quack Rapp Rauschkolb Reichhart Renner Ringeisen Rocker
Rothaar Rottmayer Sattel Schackmar Scheidt Schimmel-Hauck Schläfer Schlupp Schönborn Schöneberger Schowalter Schwender
Seebach Sieber Spies Stahl-Ecker Steuerwald Stoffel Stutzenberger Thines Traut Unnold Utzinger Volz Wadle Wagenknecht
Wallbrecht Weißmann Westrich Weyrich Wittmer Wüst Zangerle Zeitz Zimmermann-Klag Zumstein
Jansen Petersen Hansen Claußen Thomsen Feddersen Boysen Nissen Wieczorek Nowotny Schiemann Prescher Kretzschmar Zschoche
Nietzsche-Wolf Jentzsch Gräfe Löffler-Hahn Hufnagl Oberhuber Wimmer Zellner Brandstetter Gruber Hinterseer
`);

/** Surnames that are words of every day. */
export const everyday = words(`
Bauer Müller Schneider Fischer Weber Wagner Becker Koch Richter Klein Wolf Schröder Schwarz Zimmermann Braun Krüger
Lange Werner Krause Lang Fuchs Kaiser König Vogel Stein Jung Sommer Winter Herbst Frost Sonntag Montag Freitag Mai August
Berg Busch Baum Wald Bach Blum Stern Engel Ritter Graf Herzog Fürst Prinz Bischof Papst Mönch Kohl Kraut Rettich Zwiebel
Birnbaum Apfel Hahn Huhn Hase Hirsch Adler Falk Sperling Storch Lamm Schaf Ochs Kuh Stier Kranz Kern Nagel Hammer Beil
Keil Sauer Süß Bitter Kurz Dick Dünn Groß Reich Arm Stolz Froh Ernst Lustig Fromm Gut Böse Recht Rath Vogt Schultheiß
Amann Kellner Schreiner Wirt Gärtner Förster Jäger Pfarrer Küster Glöckner Schlosser Bäcker Metzger Brenner Zöllner
`);

/** Surnames that came from elsewhere, with their letters. */
export const migrants = words(`
Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek
Polat Korkmaz Güneş Erdoğan Bozkurt Taş Aktaş Karataş Nowak Kowalski Kowalska Wiśniewska Wójcik Kamińska Lewandowski
Zieliński Szymańska Woźniak Dąbrowski Kozłowska Jankowski Mazur Kwiatkowska Krawczyk Piotrowska Grabowski Pawłowska
Iwanow Petrova Smirnow Kusnezow Popowa Wolkow Sokolowa Morosow Lebedewa Schewtschenko Kovalenko Bondarenko Tkachenko
Kravchenko Oliynyk Lysenko Melnyk Moroz Hrytsenko Savchenko Wagner-Iwanow Al-Hamad Al-Khatib Al-Jabiri El-Masri
Haddad Khoury Mansour Abdallah Hussein Shehadeh Barakat Najjar Rahmani Ahmadi Hosseini Karimi Mohammadi Sharifi Amiri
Nguyen Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Đặng Bùi Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino
Greco Bruno Gallo Conti De-Luca Costa Giordano Mancuso Lombardi Caruso Jovanović Petrović Nikolić Marković Đorđević
Kovačević Horvat Babić Hodžić Begić Delić Popescu Ionescu Dumitru Stoica Gheorghe Kovács Szabó Nagy Tóth Horváth
Osei Mensah Diallo Traoré Tekle Haile Gebru Berhane Okonkwo Adeyemi Dubois Lefebvre Moreau Girard O’Brien MacGregor
Fernández García-López Silva Pereira Santos Barzani Demirtaş Öcal Rashidpour
`);

/** Surnames of several words; they are split at the bars. */
export const ofSeveralWords = `
von Osler|von der Heide|van den Berg|von Rotenhan|zu Leiningen|de Vries|della Porta|di Lorenzo|von und zu Steinach|
vom Bruch|zur Hausen|ten Brink|von Hagen|van Dyck|de Boer|del Vecchio|von Blanckart|vom Hofe|zum Winkel|von der Au|
El Amrani|Ben Salah|Dos Santos|Da Silva|von Gienanth-Raab|von dem Bussche|von Stumm|van der Velden|Di Natale|
La Rosa|Lo Cascio|Abu Zaid|Ould Ahmed|von Ketteler|ter Haar|von Zitzewitz|Le Blanc|Mac Donald|von Sponheim|De la Fuente
`
  .split('|')
  .map((name) => name.trim());
