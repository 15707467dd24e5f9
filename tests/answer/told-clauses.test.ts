import { describe, expect, it } from 'vitest';
import { clausesAbout, clausesMostAbout, isCircumstance } from '../../src/answer/told-clauses.ts';

describe('clausesAbout', () => {
  it.each([
    ['those that have its words', '换热站建在哪', '大道征地完成，新建换热站9座', ['新建换热站9座']],
    ['with whom', '科技园靠谁打造', '完善功能，依托甲大学，打造科技园', ['依托甲大学', '打造科技园']],
    ['what goes on', '试点县是哪些', '设立试点县，包括甲县，加强管理', ['设立试点县', '包括甲县']],
    ['all where none has', '谁修的', '大道完工，换热站投用', ['大道完工', '换热站投用']],
    ['all behind a colon', '三个园在哪', '三个园：甲县，乙县', ['三个园', '甲县', '乙县']],
  ])('takes %s', (_, asked, text, told) => {
    expect(clausesAbout(asked, text)).toEqual(told);
  });

  it('has those that have the most apart', () => {
    expect(clausesMostAbout('换热站建在哪', '完善热力站网，新建换热站9座')).toEqual(['新建换热站9座']);
    expect(clausesMostAbout('谁修的', '大道完工')).toEqual([]);
  });

  it('knows circumstances', () => {
    expect(isCircumstance('加快与乙集团的合作')).toBe(true);
    expect(isCircumstance('由于雨多')).toBe(false);
    expect(isCircumstance('与上年同期持平')).toBe(false);
  });
});
