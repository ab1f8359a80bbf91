import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // A4 at 96 dpi is 794 by 1123 pixels; its margins follow DIN 5008, as far as there is room.
  sheet: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '794px',
    minHeight: '1123px',
    margin: '0 auto',
    padding: '24px 76px 76px 94px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow4,
    '@media (max-width: 1199px)': {
      padding: `${tokens.spacingVerticalL} 48px 48px`,
    },
    '@media (max-width: 599px)': {
      padding: tokens.spacingHorizontalM,
      minHeight: '60vh',
      border: 'none',
      boxShadow: 'none',
    },
  },
  above: {
    maxWidth: '794px',
    margin: `0 auto ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    '@media (max-width: 599px)': {
      margin: '0',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    },
  },
});

/** A sheet of paper on the desk; `above` stands on the desk itself. */
export function Sheet({ above, children }: { above?: ReactNode; children: ReactNode }) {
  const classes = useStyles();
  return (
    <>
      {above !== undefined && <div className={classes.above}>{above}</div>}
      <div className={classes.sheet}>{children}</div>
    </>
  );
}
