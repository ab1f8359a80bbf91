import { makeStyles, tokens } from '@fluentui/react-components';

/** A message bar is made for wide pages: in the pane its buttons stand under its words. */
export const useBarStyles = makeStyles({
  // In a column that is full it would be pressed below the height of its words.
  bar: { flexShrink: 0, paddingBlock: tokens.spacingVerticalS },
  body: { lineHeight: tokens.lineHeightBase300, fontSize: tokens.fontSizeBase300 },
});
