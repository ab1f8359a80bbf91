import { makeStyles, tokens } from '@fluentui/react-components';
import { ComposeView } from './ComposeView.tsx';

import { type Desk, layDocument } from './desk.ts';
import type { DeskStore } from './desk-store.ts';
import { DocumentView } from './DocumentView.tsx';
import { MailView } from './MailView.tsx';
import type { Sample } from './samples.ts';
import { Start } from './Start.tsx';

const useStyles = makeStyles({
  surface: {
    // Not on the place that scrolls: the toolbar would stop below it, with text passing above.
    paddingTop: tokens.spacingVerticalL,
    '@media (max-width: 599px)': { paddingTop: '0' },
    // `display` of a class would win over the attribute.
    '&[hidden]': { display: 'none' },
  },
});

interface DesktopProps {
  store: DeskStore;
  desk: Desk;
  samples: Sample[];
  onOpen: () => void;
  onSample: (sample: Sample) => void;
}

/** All three surfaces; the hidden ones stay as they are, with their text, their selection and their undo. */
export function Desktop({ store, desk, samples, onOpen, onSample }: DesktopProps) {
  const classes = useStyles();
  const { surface, document, mail, draft } = desk;
  const blank = () =>
    store.change((now, live) =>
      layDocument(now, { title: '', blocks: [], notices: [], changed: false }, live),
    );
  const start = { samples, onOpen, onSample, onBlank: blank };
  return (
    <>
      <div className={classes.surface} hidden={surface !== 'document'}>
        {document ? <DocumentView store={store} paper={document} /> : <Start kind="document" {...start} />}
      </div>
      <div className={classes.surface} hidden={surface !== 'mail-read'}>
        {mail ? <MailView store={store} id={mail.id} mail={mail.mail} /> : <Start kind="mail" {...start} />}
      </div>
      <div className={classes.surface} hidden={surface !== 'mail-compose'}>
        <ComposeView store={store} draft={draft} hasMail={mail !== null} />
      </div>
    </>
  );
}
