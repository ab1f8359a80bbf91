import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pathFrom } from './paths.ts';

describe('pathFrom', () => {
  it('starts where npm was called', () => {
    expect(pathFrom({ INIT_CWD: resolve('/akten') }, 'brief.docx')).toBe(resolve('/akten/brief.docx'));
  });

  it('starts in the current folder without npm', () => {
    expect(pathFrom({}, 'brief.docx')).toBe(resolve('brief.docx'));
  });

  it('leaves a whole path as it is', () => {
    expect(pathFrom({ INIT_CWD: resolve('/akten') }, resolve('/x/y.pdf'))).toBe(resolve('/x/y.pdf'));
  });
});
