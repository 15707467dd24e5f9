import { FormattedString } from '@grammyjs/parse-mode';
import fc from 'fast-check';
import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { describeFault, splitFormatted } from '../../../src/channels/telegram/send-formatted.ts';
import { BLOCKED } from './bot-api-fault.ts';
import { checkEntities } from './check-message.ts';

/** What reports and people write, with characters of two and of many units. */
const UNITS = [
  '政',
  '府',
  '。',
  '；',
  '，',
  '\n',
  ' ',
  '3.7%',
  '12亿元',
  '“',
  '”',
  '【',
  '】',
  'a',
  '👍',
  '👨‍👩‍👧',
];

describe('splitFormatted', () => {
  it('leaves what fits as it is', () => {
    const formatted = FormattedString.join(['一', FormattedString.b('二')]);
    expect(splitFormatted(formatted).map(({ text, entities }) => ({ text, entities }))).toEqual([
      { text: '一二', entities: [{ type: 'bold', offset: 1, length: 1 }] },
    ]);
  });

  it('sends nothing for nothing', () => {
    expect(splitFormatted(new FormattedString(''))).toEqual([]);
  });

  it('replaces half a character, which Telegram refuses', () => {
    expect(splitFormatted(new FormattedString('问\ud83d答👍')).map(({ text }) => text)).toEqual([
      '问\ufffd答👍',
    ]);
  });

  it('lets a block that is cut go on in the next message', () => {
    const sentence = `${'长'.repeat(1500)}。`;
    const quote = FormattedString.blockquote(`“${sentence.repeat(4)}”`);
    const segments = splitFormatted(FormattedString.join(['看：\n', quote]));
    expect(segments.length).toBeGreaterThan(1);
    for (const { text, entities } of segments) {
      expect(entities.at(-1)).toMatchObject({ type: 'blockquote' });
      const { offset, length } = entities.at(-1) ?? { offset: 0, length: 0 };
      expect(offset + length).toBe(text.length);
    }
  });

  it('keeps every character and every mark where it was, whatever the text', () => {
    const pieces = fc.array(
      fc.record({
        text: fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 900 }),
        mark: fc.constantFrom('b', 'i', 'blockquote', null),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(pieces, (all) => {
        const formatted = FormattedString.join(
          all.map(({ text, mark }) => (mark === null || text === '' ? text : FormattedString[mark](text))),
        );
        const segments = splitFormatted(formatted);
        for (const { text, entities } of segments) {
          expect(text.length).toBeLessThanOrEqual(4096);
          checkEntities(entities, text);
        }
        const blank = /\s+/gu;
        expect(
          segments
            .map(({ text }) => text)
            .join('')
            .replace(blank, ''),
        ).toBe(formatted.text.replace(blank, ''));
        expect(marked(segments)).toBe(marked([formatted]));
      }),
      { numRuns: 60, seed: 20_181 },
    );
  });
});

/** The marked characters of a text, each with its marks, blanks left out. */
function marked(segments: readonly FormattedString[]): string {
  return segments.map(markedUnits).join('');
}

function markedUnits({ text, entities }: FormattedString): string {
  const units = Array.from({ length: text.length }, (_, index) => {
    const over = entities.filter(({ offset, length }) => offset <= index && index < offset + length);
    const marks = over.map(({ type }) => type).sort();
    return marks.length === 0 || /\s/u.test(text[index] ?? '') ? '' : `${text[index]}${marks.join()}`;
  });
  return units.join('');
}

describe('describeFault', () => {
  it('says what Telegram said', () => {
    const fault = new GrammyError('failed', { ok: false, ...BLOCKED }, 'sendMessage', { text: '我的手机号' });
    expect(describeFault('sendMessage', fault)).toBe(
      'Telegram refused sendMessage with 403: Forbidden: bot was blocked by the user',
    );
  });

  it('says nothing of the address, in which the token stands', () => {
    const cause = new Error('request to https://api.telegram.org/bot4200:secret/getMe failed');
    expect(describeFault('getMe', new HttpError('Network request failed', cause))).toBe(
      'Telegram could not be reached for getMe',
    );
  });
});
