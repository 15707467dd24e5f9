import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readJudged } from '../../training/judged.ts';

const REPORT = `政府工作报告
一、2025年工作回顾
新建“阳光”小学3所。修路7公里。
二、2026年工作安排
改造校舍9栋。
`;
const hash = (sentence: string) => createHash('sha256').update(sentence).digest('hex').slice(0, 12);

it('gives where sentences of other paragraphs were judged to answer a question', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'wenbao-judged-')), 'judged.tsv');
  const lines = [
    `青石县2026\t建了几所小学\t${hash('新建"阳光"小学3所。')}\tyes`,
    `青石县2026\t建了几所小学\t${hash('修路7公里。')}\tno`,
    `白河县2026\t校舍怎么改\t${hash('改造校舍9栋。')}\tyes`,
  ];
  await writeFile(path, `${lines.join('\n')}\n`);
  const answeredElsewhere = (await readJudged(path))('青石县2026', REPORT);
  const quoted = answeredElsewhere('建了几所小学').map(({ start, end }) => REPORT.slice(start, end));
  expect(quoted).toEqual(['新建“阳光”小学3所。']);
  expect(answeredElsewhere('校舍怎么改')).toEqual([]);
});
