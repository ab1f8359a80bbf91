/**
 * A fresh process that loads the recogniser and tells what that cost: the time until a first short text is read, and
 * the memory that is held on to after 10,000 characters. Started by `measures/load.ts`.
 */
const collect = () => globalThis.gc?.();

collect();
const before = process.memoryUsage().rss;
const start = performance.now();
const { createRecogniser } = await import('../../backend/privacy/recogniser.ts');
const { recognise } = createRecogniser();
recognise(['Sehr geehrte Frau Muster, wir danken für Ihr Schreiben.']);
const loadMs = performance.now() - start;

const text = 'Herr Peter Muster, Hauptstraße 5, 66869 Kusel, rief am 4. Mai an. Der Bescheid ist richtig. ';
recognise([text.repeat(Math.ceil(10_000 / text.length))]);
collect();
const growthMB = (process.memoryUsage().rss - before) / 1_048_576;
process.stdout.write(JSON.stringify({ loadMs, growthMB }));
