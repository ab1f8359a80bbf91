/** Written down for this corpus from memory, and taken from no list that the recognisers could know. */
const words = (text: string) => text.trim().split(/\s+/);

export const female = words(`
Anna Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne
Gabriele Christa Christine Hildegard Anja Barbara Stefanie Birgit Angelika Katrin Melanie Ute Martina Sonja Heike Nicole
Silvia Tanja Kerstin Bettina Doris Jutta Daniela Margarete Irmgard Waltraud Elfriede Gerda Hannelore Rosemarie Ilse
Edeltraud Marianne Liesel Käthe Hedwig Frieda Ottilie Irma Lieselotte Annemarie Anneliese Roswitha Isolde Gudrun
Sieglinde Heidrun Mechthild Gertrud Luise Wilhelmine Philippine Apollonia Kunigunde Dorothea Henriette Charlotte
Johanna Mia Emma Hannah Lina Marie Lea Leonie Lara Sarah Laura Julia Jana Annika Michelle Chantal Jacqueline Jasmin
Vanessa Jennifer Denise Yvonne Ramona Cornelia Simone Carmen Manuela Astrid Ellen Iris Judith Miriam Rebekka Esther
Ruth Elke Antje Wiebke Frauke Svenja Maike Silke Britta Kirsten Inken Saskia Nadine Janine Mareike Franziska Theresa
Magdalena Veronika Walburga Kreszentia Josefine Ida Ella Clara Mathilda Greta Frida Lotte Thea Merle Ronja Pia Nele
Finja Emilia Amelie Paula Luisa Zoe Maya Romy Marlene Helene Katharina Eva-Maria Anna-Lena Marie-Luise Ann-Kathrin
Karla-Sophie Lena-Marie Ayşe Fatma Zeynep Elif Hatice Emine Gülcan Hülya Sevgi Özlem Büşra Merve Esra
Agnieszka Małgorzata Katarzyna Bożena Danuta Ewelina Jadwiga Oksana Natalia Olena Iryna Tetjana Ljudmila Swetlana
Galina Ludmilla Irina Anastasia Jekaterina Amira Fatima Layla Nour Rania Zainab Mariam Hanan Samar Khadija Linh Thị-Hoa
Mai-Lan Giulia Chiara Francesca Concetta Rosaria Ludovica Dijana Jelena Snežana Mirjana Ileana Mihaela Camelia Zsófia
Ildikó Adjoa Fatoumata Mekdes Tigist Roya Shirin Golnaz Parvin Shilan Berivan Rojda Aurelia Lætitia Solène
`);

export const male = words(`
Peter Michael Wolfgang Hans Thomas Klaus Helmut Günter Heinz Gerhard Andreas Werner Horst Dieter Jürgen Stefan Josef
Manfred Uwe Bernd Karl Walter Frank Herbert Martin Rainer Ralf Siegfried Christian Matthias Alexander Rolf Norbert Karl-Heinz
Hans-Peter Hans-Jürgen Karlheinz Alfred Reinhold Erwin Kurt Willi Ewald Otto Emil Hugo Arno Egon Edwin Erich Ernst
Friedrich Fritz Georg Gottfried Gustav Heinrich Hermann Hubert Jakob Johann Konrad Kuno Lothar Ludwig Oskar Philipp Rudolf
Theodor Valentin Wendelin Wilhelm Winfried Xaver Volker Volkmar Hartmut Eckhard Ekkehard Detlef Holger Torsten Thorsten
Jörg Jens Dirk Axel Sven Ingo Guido Armin Achim Udo Olaf Heiko Heiner Marco Marcel Mario Sascha Patrick René Pascal
Dennis Kevin Justin Jason Florian Sebastian Tobias Benjamin Daniel David Jonas Lukas Felix Maximilian Moritz Leon Luca
Finn Noah Elias Paul Ben Luis Henry Emil-August Anton Theo Jonathan Samuel Simon Fabian Dominik Nico Tim Niklas Jannik
Lennart Malte Hauke Sönke Torben Hendrik Maik Ronny Enrico Silvio Falk Gunnar Hagen Knut Rüdiger Siegmar Traugott
Leonhard Korbinian Quirin Vitus Severin Balthasar Melchior Eugen Arthur Viktor Waldemar Johann-Philipp Jan-Niklas
Hans-Werner Franz-Josef Mehmet Mustafa Ahmet Hüseyin Emre Murat Yusuf Cem Oğuz Serkan Tolga Volkan İbrahim Grzegorz
Krzysztof Zbigniew Tadeusz Paweł Łukasz Marcin Wojciech Oleksandr Serhij Volodymyr Dmytro Wladimir Sergej Nikolai Igor
Juri Wjatscheslaw Gennadi Mohammed Ahmad Khaled Omar Yassin Bilal Tariq Mahmoud Ibrahim Abdullah Hassan Minh Quang Hùng
Giovanni Salvatore Carmelo Luigi Domenico Calogero Dragan Zoran Nenad Slobodan Goran Mihai Ionuț Vasile László Attila
Kwame Ousmane Tesfaye Yonas Reza Farhad Mehdi Behruz Azad Rêbîn Aurélien Thierry Gaëtan
`);
