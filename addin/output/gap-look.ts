import { tokens } from '@fluentui/react-components';

/** Names of the theme's colours on which the text of a gap stands; at least 4.5 : 1 in every theme (WCAG 1.4.3). */
export const GAP_COLOURS = {
  text: 'colorNeutralForeground1',
  background: 'colorStatusWarningBackground1',
  line: 'colorStatusWarningBorder2',
} as const;

/** How a gap looks, in the pane and on the paper alike. */
export const gapLook = {
  color: tokens[GAP_COLOURS.text],
  backgroundColor: tokens[GAP_COLOURS.background],
  borderBottom: `${tokens.strokeWidthThick} dashed ${tokens[GAP_COLOURS.line]}`,
  '@media (forced-colors: active)': {
    forcedColorAdjust: 'none',
    color: 'MarkText',
    backgroundColor: 'Mark',
    borderBottomColor: 'MarkText',
  },
} as const;
