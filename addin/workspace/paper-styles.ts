import { makeStyles, tokens } from '@fluentui/react-components';
import { gapLook } from '../output/gap-look.ts';
import { COMMENTED } from './comment-marks.ts';
import { GAP } from './gap-marks.ts';
import { NOTED } from './note-marks.ts';
import { KEPT_SELECTION } from './kept-selection.ts';

const block = { marginTop: '0', marginBottom: tokens.spacingVerticalM };
const headingOf = (fontSize: string, lineHeight: string) => ({
  fontSize,
  lineHeight,
  fontWeight: tokens.fontWeightSemibold,
  marginTop: tokens.spacingVerticalXL,
  marginBottom: tokens.spacingVerticalS,
});
const cell = {
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  textAlign: 'left',
  verticalAlign: 'top',
  // Narrow columns scroll rather than break words into letters.
  overflowWrap: 'break-word',
  minWidth: '4em',
  position: 'relative',
} as const;

/** The look of formatted text on the paper. `.ProseMirror*` are the names that the editor gives its own parts. */
export const usePaperStyles = makeStyles({
  text: {
    '& .tiptap': {
      outlineStyle: 'none',
      position: 'relative',
      // Wide tables scroll here and not in boxes of their own, which the keyboard would not reach.
      overflowX: 'auto',
      color: tokens.colorNeutralForeground1,
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
      // The editor needs white space to be kept, and long file references must not widen the paper.
      whiteSpace: 'break-spaces',
      overflowWrap: 'anywhere',
      fontVariantLigatures: 'none',
      '& > :first-child': { marginTop: '0' },
      '& p': block,
      '& h1': headingOf(tokens.fontSizeHero700, tokens.lineHeightHero700),
      '& h2': headingOf(tokens.fontSizeBase600, tokens.lineHeightBase600),
      '& h3': headingOf(tokens.fontSizeBase500, tokens.lineHeightBase500),
      '& h4': headingOf(tokens.fontSizeBase400, tokens.lineHeightBase400),
      '& ul, & ol': { ...block, paddingLeft: tokens.spacingHorizontalXXL },
      '& li > p': { marginBottom: tokens.spacingVerticalXS },
      '& blockquote': {
        ...block,
        marginLeft: '0',
        marginRight: '0',
        paddingLeft: tokens.spacingHorizontalM,
        borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
        color: tokens.colorNeutralForeground2,
      },
      '& hr': {
        border: 'none',
        borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
        marginTop: tokens.spacingVerticalXXL,
        marginBottom: tokens.spacingVerticalXXL,
      },
      '& table': { ...block, borderCollapse: 'collapse', width: '100%' },
      '& td': cell,
      '& th': {
        ...cell,
        fontWeight: tokens.fontWeightSemibold,
        backgroundColor: tokens.colorNeutralBackground3,
      },
      '& td > p, & th > p': { marginBottom: '0' },
      '& .selectedCell': { backgroundColor: tokens.colorBrandBackground2 },
      '& .ProseMirror-selectednode': {
        outline: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
      },
      '& .ProseMirror-gapcursor': { display: 'none', position: 'absolute', pointerEvents: 'none' },
      '& .ProseMirror-gapcursor::after': {
        content: '""',
        display: 'block',
        position: 'absolute',
        top: '-2px',
        width: '20px',
        borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralForeground1}`,
      },
      '&.ProseMirror-focused .ProseMirror-gapcursor': { display: 'block' },
      [`& .${KEPT_SELECTION}`]: {
        backgroundColor: tokens.colorBrandBackground2Pressed,
        '@media (forced-colors: active)': {
          forcedColorAdjust: 'none',
          backgroundColor: 'Highlight',
          color: 'HighlightText',
        },
      },
      [`& .${GAP}`]: gapLook,
      // Forced colours leave the lines, so they tell the two apart by their shape.
      '& ins': {
        color: tokens.colorStatusSuccessForeground1,
        textDecorationLine: 'underline',
        textDecorationStyle: 'double',
      },
      '& del': { color: tokens.colorStatusDangerForeground1, textDecorationLine: 'line-through' },
      '& [data-insertedbreak]::before': {
        content: '"¶ " / "Absatz eingefügt: "',
        color: tokens.colorStatusSuccessForeground1,
      },
      '& [data-deletedbreak]::before': {
        content: '"¶ " / "Absatzwechsel gelöscht: "',
        color: tokens.colorStatusDangerForeground1,
        textDecorationLine: 'line-through',
      },
      counterReset: 'note',
      [`& .${NOTED}::after`]: {
        counterIncrement: 'note',
        content: 'counter(note)',
        verticalAlign: 'super',
        fontSize: '0.7em',
        lineHeight: '0',
        color: tokens.colorBrandForeground1,
      },
      [`& .${COMMENTED}`]: {
        backgroundColor: tokens.colorBrandBackground2,
        borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
      },
    },
  },
});
