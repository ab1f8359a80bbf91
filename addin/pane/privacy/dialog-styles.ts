import { makeStyles, tokens } from '@fluentui/react-components';

/** What the windows about sending have in common: all of a narrow pane, a column of reading width in a wide page. */
export const useDialogStyles = makeStyles({
  surface: {
    width: '100%',
    maxWidth: '720px',
    padding: tokens.spacingHorizontalL,
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
