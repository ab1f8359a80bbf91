import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useReturnFocus } from './use-return-focus.ts';

const useStyles = makeStyles({
  surface: { padding: tokens.spacingHorizontalL },
  small: { width: 'calc(100% - 24px)', maxWidth: '420px' },
  medium: { width: 'calc(100% - 24px)', maxWidth: '560px' },
  // All of a narrow pane, a column of reading width in a wide page.
  large: {
    width: '100%',
    maxWidth: '720px',
    '@media (max-width: 480px)': { maxWidth: '100%', padding: tokens.spacingHorizontalM },
  },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // One under the other they would take the room of the text.
  actions: {
    justifySelf: 'stretch',
    justifyContent: 'flex-end',
    '@media screen and (max-width: 480px)': { flexDirection: 'row' },
  },
});

interface Props {
  title: string;
  size: 'small' | 'medium' | 'large';
  /** The buttons. */
  actions: ReactNode;
  onClose: () => void;
  /** Makes a form of it, which a button of the type `submit` sends. */
  onSubmit?: () => void;
  children: ReactNode;
}

/** A window of the pane, from opening it to giving the focus back. */
export function DialogFrame({ title, size, actions, onClose, onSubmit, children }: Props) {
  const styles = useStyles();
  useReturnFocus();
  const body = (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>{children}</DialogContent>
      <DialogActions className={styles.actions} fluid={false}>
        {actions}
      </DialogActions>
    </DialogBody>
  );
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={mergeClasses(styles.surface, styles[size])}>
        {onSubmit === undefined ? (
          body
        ) : (
          <form
            noValidate
            onSubmit={(submit) => {
              submit.preventDefault();
              onSubmit();
            }}
          >
            {body}
          </form>
        )}
      </DialogSurface>
    </Dialog>
  );
}
