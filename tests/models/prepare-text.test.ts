import { expect, it } from 'vitest';
import { prepareText } from '../../src/models/prepare-text.ts';

it.each([
  ['ＧＤＰ增长８．５％', 'GDP增长8.5%'],
  ['“一区多园”「双招双引」『三城同创』', '"一区多园""双招双引""三城同创"'],
  ['‘放管服’', "'放管服'"],
])('reads %s as %s', (text, prepared) => {
  expect(prepareText(text)).toBe(prepared);
});
