import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Answer } from '../../../contract/answer.ts';
import { everywhere, type SourceCard } from '../../../contract/knowledge.ts';
import type { Statement } from '../../../contract/summary.ts';
import { AnswerText } from '../answer-text.tsx';
import { SummaryView } from '../summary/summary-view.tsx';
import { evidenceCounts } from '../summary/summary-words.ts';
import type { Version } from '../work.ts';
import { differenceText, scopeText } from './card-words.ts';
import SourceList from './source-list.tsx';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
    fontSize: '15px',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
    ':first-child': { marginTop: 0 },
  },
  later: { ':first-child': { marginTop: tokens.spacingVerticalL } },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  quiet: {
    marginBottom: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  contact: { paddingBottom: tokens.spacingVerticalS, userSelect: 'text', overflowWrap: 'anywhere' },
});

interface Props {
  version: Version;
  /** Opens a section, with a passage of it marked. */
  onOpen: (card: SourceCard, passage: string | null) => void;
}

/** The answer to a question: its statements with what they rest on, or that there is nothing, and whom to ask. */
export default function LookupResult({ version, onOpen }: Props) {
  const styles = useStyles();
  const { statements, found, result, end, text, model } = version;
  const answer = result?.answer ?? null;
  const cards = answer?.cards ?? found?.cards ?? [];
  const open = (card: SourceCard) => onOpen(card, null);
  const show = (statement: Statement) => {
    const card = cards.find(({ number }) => number === statement.card);
    if (card !== undefined) onOpen(card, 'passage' in statement.evidence ? statement.evidence.passage : null);
  };
  if (answer?.outcome === 'not-found') {
    const { input } = version.origin.ask;
    return (
      <>
        <h3 className={styles.heading}>Keine Fundstelle</h3>
        <p className={styles.text}>
          {[reasonOf(text), scopeText('scope' in input ? input.scope : everywhere)].join(' ')}
        </p>
        <Contacts contacts={answer.contacts} />
        <SourceList title="Am nächsten kommen" cards={cards} onOpen={open} />
      </>
    );
  }
  if (answer?.outcome === 'passages') {
    return (
      <>
        <div className={styles.quiet}>
          {model?.provider === 'builtin'
            ? 'Ohne Sprachmodell: die besten Stellen, Wort für Wort. Eine Antwort daraus bilden Sie selbst.'
            : 'Die besten Stellen, Wort für Wort.'}
        </div>
        <Conflicts answer={answer} onOpen={open} />
        <SourceList title="Gefundene Stellen" cards={besides(cards, answer)} onOpen={open} />
      </>
    );
  }
  return (
    <>
      {statements.length > 0 && <div className={styles.quiet}>{evidenceCounts(statements)}</div>}
      {statements.length > 0 ? (
        <SummaryView statements={statements} onShow={show} />
      ) : (
        text !== '' && <AnswerText text={text} growing={end.state === 'open'} doubts={[]} />
      )}
      {answer !== null && <Conflicts answer={answer} onOpen={open} />}
      <SourceList
        title={answer === null ? 'Gefundene Stellen' : 'Quellen'}
        cards={besides(cards, answer)}
        onOpen={open}
      />
    </>
  );
}

/** The sections that don't stand among the contradictions already. */
function besides(cards: readonly SourceCard[], answer: Answer | null): SourceCard[] {
  const shown = new Set(answer?.conflicts.flatMap((conflict) => conflict.cards));
  return cards.filter(({ number }) => !shown.has(number));
}

/** Why there is none, in the words of the backend. */
function reasonOf(text: string): string {
  const reason = text.replace(/^keine fundstelle[:.]?\s*/i, '').trim();
  return reason === '' ? 'Das interne Wissen beantwortet diese Frage nicht.' : reason;
}

/** Whom to ask; text that can be copied, for nothing is dialled or written from here. */
function Contacts({ contacts }: Pick<Answer, 'contacts'>) {
  const styles = useStyles();
  if (contacts.length === 0) return null;
  return (
    <section aria-label="Wen Sie fragen können">
      <h3 className={mergeClasses(styles.heading, styles.later)}>Wen Sie fragen können</h3>
      <ul className={styles.list}>
        {contacts.map(({ collection, name, phone, email }) => (
          <li key={collection} className={styles.contact}>
            {[name, phone, email].filter(Boolean).join(' · ')}
            <div className={styles.quiet}>{`zu „${collection}“`}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Sections that say different things, next to each other. */
function Conflicts({ answer, onOpen }: { answer: Answer; onOpen: (card: SourceCard) => void }) {
  const styles = useStyles();
  return answer.conflicts.map(({ cards: [one, other], about }) => {
    const pair = answer.cards.filter(({ number }) => number === one || number === other);
    const [first, second] = pair;
    if (first === undefined || second === undefined) return null;
    return (
      <div key={`${one} ${other}`}>
        <SourceList title="Diese Stellen widersprechen sich" cards={pair} sideBySide onOpen={onOpen} />
        <p className={styles.text}>{[about, differenceText(first, second)].filter(Boolean).join(' – ')}</p>
      </div>
    );
  });
}
