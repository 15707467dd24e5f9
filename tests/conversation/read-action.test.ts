import { expect, it } from 'vitest';
import { readAction } from '../../src/conversation/read-action.ts';

it.each([
  ['原文', { kind: 'source' }],
  [' 原文。', { kind: 'source' }],
  ['继续', { kind: 'repeat' }],
  ['“继续”', { kind: 'repeat' }],
  ['继续查看', { kind: 'repeat' }],
  ['「原文」。', { kind: 'source' }],
  ['"有用"', { kind: 'feedback', verdict: 'up' }],
  ['新话题', { kind: 'new-topic' }],
  ['忘记我！', { kind: 'forget-me' }],
  ['👍', { kind: 'feedback', verdict: 'up' }],
  ['👍🏻', { kind: 'feedback', verdict: 'up' }],
  ['👎 “三座”不对', { kind: 'feedback', verdict: 'down', reason: '“三座”不对' }],
  ['👎 数字不对', { kind: 'feedback', verdict: 'down', reason: '数字不对' }],
  ['1', { kind: 'suggestion', number: 1 }],
  ['２', { kind: 'suggestion', number: 2 }],
  ['③', { kind: 'suggestion', number: 3 }],
  ['3.', { kind: 'suggestion', number: 3 }],
] as const)('reads %s as an action', (text, action) => {
  expect(readAction(text, 3)).toEqual(action);
});

it.each(['原文里怎么说教育的', '4', '0', '12', '2018', '继续推进哪些改革', '', 'constructor', '👍👎'])(
  'leaves %s a question',
  (text) => {
    expect(readAction(text, 3)).toBeNull();
  },
);

it('takes no number where nothing was suggested', () => {
  expect(readAction('1', 0)).toBeNull();
});
