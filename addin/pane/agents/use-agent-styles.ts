import { makeStyles, tokens } from '@fluentui/react-components';

/** What all views of the agents have in common. */
export const useAgentStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    '@media (max-height: 480px)': { minHeight: 'auto', flexShrink: 0, overflowY: 'visible' },
  },
  top: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  title: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    paddingTop: '4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  plain: { margin: 0, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  link: {
    minWidth: 0,
    // Its border is not seen: the words stand in line with those above.
    marginInlineStart: '-1px',
    paddingInline: 0,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForeground1,
    textAlign: 'start',
  },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  trouble: { margin: 0, color: tokens.colorStatusDangerForeground3, overflowWrap: 'anywhere' },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
