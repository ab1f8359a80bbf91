/** What `amtsfeder help` prints. */
export const USAGE = `amtsfeder <command>

  task <name> --input FILE   run a task on a file and print its result
       [--model ID]          ask this model; "amtsfeder models" lists them
       [--points TEXT]       Stichpunkte (reply, note), wish (rewrite), focus (summarise), instruction (instruct)
       [--form FORM]         reply: letter|mail  summarise: key-points|circular|faq|paragraph
       [--style STYLE]       rewrite: plain|shorter|formal|friendly|simple|correct|custom
       [--tone TONE]         reply: neutral|formal|friendly
       [--length LENGTH]     reply, note: short|medium|long
       [--kommune ID]        on whose account; the first Kommune where it is not given
       [--question TEXT] [--collection NAME]   lookup: what is asked, and where; then no --input is needed
       [--json]              print the events instead, one JSON object a line
       names: reply, note, rewrite, summarise, lookup, instruct
  check FILE                 tell what a document lacks by the rules of its form
       [--form FORM]         letter|note|order|council-paper|decision|mail; found out where it is not given
       [--json]              print the findings as JSON
  mask                       mask personal data: reads JSON lines {"id", "text"} and writes
                             {"id", "masked", "items"}
  models                     list the configured models and whether they answer
  knowledge import PATH...   import files and folders into a collection, which is made where it is not there yet
       --collection NAME [--data DIR] [--kommune ID|verbund] [--kind KIND] [--valid-from DAY]
  knowledge sync FOLDER      import what is new in a folder, and mark what is gone
       --collection NAME [--data DIR] [--kommune ID|verbund] [--watch] [--remove]
  knowledge search           reads JSON lines {"id", "frage"} and writes {"id", "hits"}
       --collection NAME [--data DIR] [--kommune ID] [--top N]
  knowledge collections      list the collections
       [--data DIR]
  policy show|set|history|diff|restore   what the Verbund decides, or a Kommune
       [--kommune ID] [--effective] [--file FILE|-] [--reason TEXT] [--number N] [--against N]
  register list              models, whether they may be asked, and why not
  register show|set|approve|withdraw|history MODEL
       [--file FILE|-] [--until DAY] [--reason TEXT]
  budget list|set|remove     what may be spent, by a Kommune or by all together
       [--kommune ID] [--department NAME] [--model ID] [--period month|year|total] [--amount EURO]
       [--on-exhausted stop|warn] [--id ID] [--reason TEXT]
  report use|allocation|comparison|forecast   figures under five persons are withheld
       [--from MONTH] [--to MONTH] [--kommune ID] [--by model,department,task]
       [--key use|inhabitants|fixed] [--format csv|xlsx|html|json] [--out FILE]
  report plan                how costs are divided and compared
       [--file FILE --reason TEXT]   enter another plan
  audit verify               whether the protocols of administrative acts are whole; exit code 1 where not
       [--kommune ID|verbund] [--expect FILE]
  audit head                 print the heads of the protocols, to be kept elsewhere
  persons export|erase       what is stored about a person (Art. 15 and 17 DSGVO)
       --kommune ID --id ID --reason TEXT
  jobs list                  what the house does by itself, and when
  jobs run NAME              do it now
  backup --out FILE          write all that the database holds
  restore --from FILE        put it into an empty database
       [--replace]           or in the place of what is there
  migrate                    bring the tables up to date, as every start does
  manifests --origin URL     write both manifests for an installation
       [--out FOLDER]        where to (default: the folder manifests)
`;
