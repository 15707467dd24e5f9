import { describe, expect, it } from 'vitest';
import { oneLine } from '../../src/text/one-line.ts';

describe('oneLine', () => {
  it.each([
    ['《\n发展规划\n》提出', '《发展规划》提出'],
    ['新建公路\r\n  12公里', '新建公路12公里'],
    ['Open\nData 平台', 'Open Data 平台'],
    ['一行', '一行'],
    ['', ''],
  ])('reads %j as %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});
