import { appleMail, iphoneMail, thunderbird } from './desktop-threads.ts';
import type { Client } from './mail-shape.ts';
import { outlookClassic, outlookMac, outlookMobile, outlookPlain, outlookWeb } from './outlook-threads.ts';
import { gmail, gmx, groupWise, groupWiseLater } from './web-threads.ts';

/** The mail programs whose threads are known. */
export const clients: readonly Client[] = [
  outlookClassic,
  outlookPlain,
  outlookWeb,
  outlookMobile,
  outlookMac,
  gmail,
  appleMail,
  iphoneMail,
  thunderbird,
  gmx,
  groupWise,
  groupWiseLater,
];
