import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';

describe('normalise', () => {
  it.each([
    ['full-width letters and digits', 'ＧＤＰ２０３１年', 'GDP2031年'],
    ['Traditional characters', '覆蓋率與財政餘額', '覆盖率与财政余额'],
    ['white space', '  一\t二\r\n三\u3000四\u2028五 ', '一 二 三 四 五'],
    ['zero-width characters', '财\u200b政\ufeff收\u2060入', '财政收入'],
    ['right-to-left marks and overrides', '\u202e收\u200f入\u202c', '收入'],
    ['NUL and other control characters', '收\0入\u0007多\u001b少\u007f', '收入多少'],
    ['lone surrogates', '收\ud800入\udc00', '收入'],
    ['variation selectors', '收入\ufe0f', '收入'],
    ['Traditional question words', '甚麼時候修好？修了麼', '什么时候修好?修了么'],
    ['spoken words', '咋修路，花了幾多錢', '怎么修路,花了多少钱'],
  ])('reads %s plainly', (_, raw, expected) => {
    expect(normalise(raw)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u3000'],
    ['invisible characters', '\0\u200b\u200d\ufe0f\u2066'],
    ['lone surrogates', '\ud83d\ud83d \udc00'],
  ])('leaves nothing of a message that is %s', (_, raw) => {
    expect(normalise(raw)).toBe('');
  });

  it('keeps an emoji that is the whole message', () => {
    expect(normalise('🙂')).toBe('🙂');
  });

  it.each([
    '显著成效',
    '著名景区',
    '卓著',
    '乾隆年间',
    '皇后',
    '干部',
    '一只羊',
    '里程',
    '修了么',
    '要么',
    '老幺',
  ])('leaves the simplified %s as it is', (text) => {
    expect(normalise(text)).toBe(text);
  });

  it('composes what an invisible character held apart', () => {
    expect(normalise('e\u200d\u0301')).toBe('é');
  });

  it('reads a 几 before 几多 once only', () => {
    expect(normalise('几几多')).toBe('几多少');
    expect(normalise('几多少')).toBe('几多少');
  });

  it.each([
    ['著稱', '著称'],
    ['著書', '著书'],
    ['著錄', '著录'],
    ['著於史冊', '著于史册'],
    ['沿著路走', '沿着路走'],
  ])('simplifies %s once and for all', (text, simplified) => {
    const once = normalise(text);
    expect(once).toBe(simplified);
    expect(normalise(once)).toBe(once);
  });

  it('changes nothing the second time', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '咋',
        '几',
        '多',
        '點',
        '解',
        '样',
        '邊',
        '度',
        '冇',
        '有',
        '好',
        '钱',
        '\u200d',
        '\u0301',
        '\ud800',
        '顯',
        '著',
        '称',
        '書',
      ),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point)),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const once = normalise(units.join(''));
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a very long message in linear time', () => {
    const started = performance.now();
    expect(normalise('收入\u200b 咋'.repeat(40_000))).toHaveLength(5 * 40_000);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
