import { makeStyles, tokens } from '@fluentui/react-components';

/** What can be read along stands below the source, all of it alike. */
export const useReadAlongStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
  },
  legend: { padding: 0, color: tokens.colorNeutralForeground3 },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  box: {
    minWidth: 0,
    '& label': {
      paddingBlock: tokens.spacingVerticalXXS,
      overflowWrap: 'anywhere',
      fontSize: tokens.fontSizeBase200,
    },
  },
  note: { paddingInlineStart: tokens.spacingHorizontalXXL, color: tokens.colorNeutralForeground3 },
  trouble: { paddingInlineStart: tokens.spacingHorizontalXXL, color: tokens.colorStatusDangerForeground3 },
});
