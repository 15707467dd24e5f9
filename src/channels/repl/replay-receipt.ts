import { createHash } from 'node:crypto';
import type { Answer } from '../../domain/answer.ts';
import type { Receipt, StampName, Stamps } from '../../domain/receipt.ts';
import { answerLine } from './answer-line.ts';

const NAMES: Readonly<Record<StampName, string>> = {
  report: '报告',
  model: '模型',
  index: '索引',
  calibration: '校准',
  configuration: '配置',
};

/** sha256 of all that a program or a citizen reads of an answer, hex; times are no part of it. */
export function hashAnswer(answer: Answer): string {
  return createHash('sha256')
    .update(JSON.stringify(answerLine(answer, 0)), 'utf8')
    .digest('hex');
}

/** Whether the answer of today is the one of the receipt, and if not what has changed since. */
export function compareWithReceipt(receipt: Receipt, sha256: string, stamps: Stamps): string {
  if (sha256 === receipt.sha256) return `回执 ${receipt.number}：与当时逐字节相同。`;
  const changed = (Object.keys(NAMES) as StampName[])
    .filter((name) => receipt.stamps[name] !== stamps[name])
    .map((name) => `${NAMES[name]}（${receipt.stamps[name]} → ${stamps[name]}）`);
  const why =
    changed.length === 0
      ? '报告、模型、索引、校准、配置都没变，变的是程序。'
      : `变了：${changed.join('、')}。`;
  return `回执 ${receipt.number}：与当时不同。${why}`;
}
