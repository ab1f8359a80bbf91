import { Button, Divider, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { blocksToDoc } from './blocks-to-doc.ts';
import { addressDraft, type Draft, turnTo } from './desk.ts';
import type { DeskStore } from './desk-store.ts';
import { mailLines } from './mail-draft.ts';
import { Lines } from './MailView.tsx';
import { PaperEditor, PaperText } from './PaperEditor.tsx';
import { Sheet } from './Sheet.tsx';

const useStyles = makeStyles({
  above: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  fields: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalM,
    '& .fui-Field': { gridTemplateColumns: '64px minmax(0, 1fr)' },
    '& .fui-Input': { width: '100%' },
  },
  thread: { marginTop: tokens.spacingVerticalXXL, color: tokens.colorNeutralForeground2 },
  head: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalL}` },
});

const fields = [
  { name: 'to', label: 'An' },
  { name: 'cc', label: 'Cc' },
  { name: 'subject', label: 'Betreff' },
] as const;

/** A mail that is being written. Nothing is sent from here. */
export function ComposeView({ store, draft, hasMail }: { store: DeskStore; draft: Draft; hasMail: boolean }) {
  const classes = useStyles();
  const { id, blocks, quoted } = draft;
  const above = (
    <div className={classes.above}>
      <span>Entwurf. Von hier wird nichts gesendet.</span>
      {hasMail && (
        <Button
          appearance="transparent"
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={() => store.change((desk) => turnTo(desk, 'mail-read'))}
        >
          Zurück zur E-Mail
        </Button>
      )}
    </div>
  );
  return (
    <Sheet above={above}>
      <div className={classes.fields}>
        {fields.map(({ name, label }) => (
          <Field key={name} label={label} orientation="horizontal">
            <Input
              appearance="underline"
              value={draft[name]}
              onChange={(_, { value }) => store.change((desk) => addressDraft(desk, { [name]: value }))}
            />
          </Field>
        ))}
      </div>
      <PaperEditor
        key={id}
        store={store}
        surface="mail-compose"
        id={id}
        content={blocksToDoc(blocks)}
        label="Text der E-Mail"
      />
      {quoted && (
        <section className={classes.thread} aria-label="Bisheriger Verlauf">
          <Divider alignContent="start">Bisheriger Verlauf</Divider>
          <div className={classes.head}>
            <Lines lines={mailLines(quoted)} />
          </div>
          <PaperText key={id} content={blocksToDoc(quoted.blocks)} label="Text der beantworteten E-Mail" />
        </section>
      )}
    </Sheet>
  );
}
