import type { Template } from '../make/template.ts';
import { cases } from './development-cases.ts';
import { dealings } from './development-dealings.ts';
import { lists } from './development-lists.ts';
import { variety } from './development-variety.ts';
import { affairs } from './test-affairs.ts';
import { registers } from './test-registers.ts';
import { voices } from './test-voices.ts';

// No template serves both halves: what is tuned on one must not have seen the other.
export const developmentTemplates: readonly Template[] = [...cases, ...dealings, ...lists, ...variety];
export const testTemplates: readonly Template[] = [...affairs, ...registers, ...voices];
