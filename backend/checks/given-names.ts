/**
 * Given names that are frequent in Germany. Those that are words as well (August, Ernst, Rose, Wolf, Mark, Mai) are
 * left out: a name that is missed does less harm than a noun that is taken for one.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `Achim Adam Adelheid Adrian Agnes Ahmet Aische Albert Albrecht Aleksandra Alexander Alexandra Alexej Alfons Alfred Ali
   Alice Alina Alois Amelie Amina Ana Anastasia Andrea Andreas Andrej Angela Angelika Anita Anja Anke Anna Annegret Annelie
   Anneliese Annemarie Annett Annette Annika Anton Antonia Antonio Arabella Arne Arno Artur Arthur Astrid Axel Ayse Aylin
   Barbara Bastian Beate Beatrice Beatrix Benedikt Benjamin Bernd Bernhard Bert Berthold Bertram Bettina Bianca Birgit Birte
   Bjarne Björn Bodo Boris Brigitte Britta Bruno Burkhard Carina Carl Carla Carmen Carola Carolin Carsten Caspar Cathrin
   Charlotte Chiara Christa Christel Christian Christiane Christina Christine Christof Christoph Clara Claudia Claus Clemens
   Constanze Cordula Corinna Cornelia Dagmar Daniel Daniela Danielle David Denise Dennis Detlef Diana Dieter Dietmar Dietrich
   Dirk Dominik Dominique Dora Doreen Doris Dorothea Dorothee Eberhard Eckhard Edeltraud Edgar Edith Eduard Egon Elena Elfriede
   Elias Elisabeth Elise Elke Ella Ellen Elmar Elvira Emil Emilia Emily Emma Emine Enrico Erhard Eric Erich Erik Erika Erna
   Erwin Esra Esther Eugen Eva Evelyn Ewald Fabian Fatma Felicitas Felix Ferdinand Filip Finn Florian Franka Frank Franz
   Franziska Frauke Frederik Fred Friederike Fritz Friedrich Gabi Gabriel Gabriela Gabriele Georg Gerald Gerd Gerda Gerhard
   Gerlinde Gero Gertrud Gisela Gottfried Greta Gregor Gudrun Guido Günter Günther Gunnar Gustav Hannah Hanna Hannelore Hannes Hans
   Hansjörg Harald Hartmut Hasan Hedwig Heidemarie Heidi Heike Heiko Heiner Heinrich Heinz Helena Helene Helga Helmut Helmuth Henning
   Henri Henriette Henrik Herbert Heribert Hermann Hilde Hildegard Holger Horst Hubert Hugo Ida Ilona Ilse Imke Ina Ines Inga Inge
   Ingeborg Ingo Ingrid Irene Irina Iris Irma Irmgard Isabel Isabell Isabella Ismail Ivan Iwona Jacqueline Jakob Jan Jana Janina
   Janine Jannik Jan-Hendrik Jasmin Jean Jelena Jennifer Jens Jessica Joachim Jochen Johann Johanna Johannes John Jonas Jonathan Jörg Jörn
   Josef Josefine Joseph Judith Julia Julian Juliane Julius Jürgen Jutta Kai Karen Karin Karina Karl Karla Karl-Heinz Karola
   Karolin Karsten Katarina Katarzyna Katharina Kathrin Kati Katja Katrin Kerstin Kevin Kim Kirsten Klara Klaus Klaus-Dieter Konrad
   Konstantin Krzysztof Kristin Kristina Kurt Lara Larissa Lars Laura Lea Lena Leni Leo Leon Leonhard Leonie Levin Lieselotte Lilli
   Lina Linda Lisa Lothar Louis Louisa Luca Lucas Lucia Ludger Ludwig Luis Luisa Luise Lukas Lutz Lydia Magdalena Maike Maja Malte
   Mandy Manfred Manuel Manuela Marc Marcel Marco Marcus Mareike Margarete Margarethe Margit Margot Margret Maria Marianne Marie Marina Mario
   Marion Marius Marko Markus Marlene Marlies Marliese Marta Martha Martin Martina Marvin Mathias Mathilde Matthias Max Maximilian Mehmet Meike
   Melanie Melina Melissa Meral Mia Michael Michaela Michele Mike Miriam Mirko Mohamed Mohammed Monika Monique Moritz Murat Mustafa Nadine
   Nadja Natalia Natalie Natascha Nele Niclas Nicola Nicole Niklas Nikolaus Nils Nina Noah Nora Norbert Olaf Oleg Olga Oliver Olivia
   Ortrud Oskar Oswald Otto Pascal Patricia Patrick Patrik Paul Paula Pauline Peggy Peter Petra Philip Philipp Pia Pierre Pjotr Rafael
   Raimund Rainer Ralf Ralph Ramona Raphael Rebecca Regina Regine Reiner Reinhard Reinhold Renate Renee Ricarda Richard Rita Robert Robin
   Roger Roland Rolf Roman Romy Ronald Ronny Roswitha Rosemarie Rudi Rudolf Ruth Rüdiger Sabine Sabrina Samuel Sandra Sandro Sara Sarah
   Sascha Saskia Sebastian Selina Selma Serkan Sibylle Siegbert Siegfried Sigrid Silke Silvia Simon Simone Sina Sofia Sofie Sonja Sophia Sophie
   Stanislaw Stefan Stefanie Steffen Steffi Stephan Stephanie Susann Susanna Susanne Svantje Svea Sven Svenja Swetlana Sylvia Tamara Tanja
   Tatjana Teresa Thea Theodor Theresa Therese Thilo Thomas Thorben Thorsten Tilo Tim Timo Tina Tobias Tom Torben Torsten Traudel Ulf Ulla
   Ulrich Ulrike Ursula Urte Ute Uwe Valentin Valentina Valerie Vanessa Vera Verena Veronika Viktor Viktoria Vincent Viola Volker Volkmar
   Waldemar Walter Waltraud Wendelin Werner Wiebke Wilfried Wilhelm Wilhelmine Willi Winfried Wladimir Wolfgang Wolfram Xaver Yannick Yasemin
   Yvonne Yusuf Zeynep`
    .split(/\s+/u)
    .filter(Boolean),
);
