import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { errorText } from '../../../contract/errors.ts';
import type { Outcome } from '../../office/host.ts';
import { fileName, saveFile } from '../../output/save-file.ts';
import { BackendError } from '../backend.ts';
import { hostErrorText } from '../german.ts';
import { LazyMenu } from '../lazy-menu.tsx';
import type { PaneState } from '../use-pane.ts';
import type { Version } from '../work.ts';
import { withTextBlock } from './text-blocks.ts';
import { templatesFor, valuesOf } from './use-templates.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  button: {
    minWidth: 0,
    paddingInline: 0,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForeground1,
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface Props {
  pane: PaneState;
  version: Version;
  at: number;
}

/** The result in a Vorlage of the house, and the Textbausteine that belong into it. */
export default function TemplateMenus({ pane, version, at }: Props) {
  const styles = useStyles();
  const [said, setSaid] = useState<string | null>(null);
  const { task, house, send } = pane;
  const templates = templatesFor(task.name, house.templates);
  if (templates.length === 0) return null;
  return (
    <div>
      <div className={styles.row}>
        <LazyMenu
          button={{
            appearance: 'transparent',
            size: 'small',
            className: styles.button,
            children: 'In Vorlage …',
          }}
          choices={templates.map(({ id, label }) => ({ key: id, label }))}
          onChoose={(id) => {
            setSaid('Wird in die Vorlage gesetzt …');
            void fill(pane, version, id).then(setSaid);
          }}
        />
        {house.textBlocks.length > 0 && (
          <LazyMenu
            button={{
              appearance: 'transparent',
              size: 'small',
              className: styles.button,
              children: 'Textbaustein …',
            }}
            choices={house.textBlocks.map(({ id, label }) => ({ key: id, label }))}
            onChoose={(id) => {
              const block = house.textBlocks.find((one) => one.id === id);
              if (block !== undefined) {
                send({ type: 'completed', at, text: withTextBlock(version.text, block) });
                setSaid(`Textbaustein „${block.label}“ wörtlich eingesetzt.`);
              }
            }}
          />
        )}
      </div>
      <div className={styles.quiet} role="status">
        {said}
      </div>
    </div>
  );
}

/** @returns what became of it, in words */
async function fill(pane: PaneState, version: Version, id: string): Promise<string> {
  const { host, backend, task, author } = pane;
  const title = task.title(version.origin.title);
  try {
    const { citedBlocks } = await import('../knowledge/citable.ts');
    // A Vorlage is filled with text alone; footnotes would be lost on the way.
    const how = pane.remembered.citing === 'none' ? 'none' : 'brackets';
    const values = { ...valuesOf(version, author, title), blocks: citedBlocks(version, how) };
    const file = await backend.fill(id, values, new AbortController().signal);
    if (host.openFile !== null) return openedText(await host.openFile(file), host.name);
    saveFile(window, file, fileName(title, 'docx'));
    return 'Als .docx in der Vorlage gespeichert.';
  } catch (fault) {
    return errorText(fault instanceof BackendError ? fault.code : 'internal');
  }
}

function openedText(outcome: Outcome, host: string): string {
  switch (outcome.status) {
    case 'done':
      return 'Als neues Dokument in der Vorlage geöffnet.';
    case 'failed':
      return `Das hat nicht geklappt. ${hostErrorText(outcome.why, host)}`;
    case 'changed':
    case 'unconfirmed':
    case 'copied-instead':
    case 'opened-and-copied':
      return `${host} hat es nicht bestätigt. Bitte sehen Sie nach, ob das Dokument da ist.`;
  }
}
