import { afterEach, describe, expect, it } from 'vitest';
import { type MadeConverse, makeConverse } from '../../conversation/make-converse.ts';
import { messageUpdate, pressUpdate } from './make-update.ts';
import { type OpenTelegram, openTelegram, type TelegramOptions } from './open-telegram.ts';
import type { UpdateBody } from './update-queue.ts';

const GROUP = -1001;
const QUESTION = '去年新建了几座公园';

describe('in Telegram', () => {
  let telegram: OpenTelegram;
  let made: MadeConverse;
  afterEach(() => telegram.close());

  async function open(options?: TelegramOptions): Promise<void> {
    made = makeConverse();
    telegram = await openTelegram(made.converse, options);
  }

  /** Presses the button that shows `label` below the last message of the chat. */
  async function press(chat: number, label: string, person?: number): Promise<void> {
    const message = telegram.lastMessage(chat);
    const data = buttons(message).find(({ text }) => text === label)?.callback_data;
    if (data === undefined) throw new Error(`no button ${label}`);
    await telegram.hear(pressUpdate(`p${pressId++}`, message, data, person));
  }
  let pressId = 1;

  const toasts = () =>
    telegram.api.calls
      .filter(({ method }) => method === 'answerCallbackQuery')
      .map(({ payload }) => payload.text);

  describe('a question', () => {
    it('is answered with a quote block, and buttons for what comes next', async () => {
      await open({ publicUrl: 'https://bot.example' });
      await telegram.hear(messageUpdate(77, QUESTION));
      const text = '“去年新建了几座公园”的回答：3座。\n【原文】“新建口袋公园3座”\n—— 一、工作回顾\n回执 1';
      const block = text.indexOf('【');
      expect(telegram.api.shown(77)).toMatchObject([
        {
          text,
          entities: [
            { type: 'bold', offset: block, length: 4 },
            { type: 'blockquote', offset: block, length: text.indexOf('\n回执') - block },
            { type: 'italic', offset: text.indexOf('回执'), length: 4 },
          ],
          reply_markup: {
            inline_keyboard: [
              [
                { text: '📖 原文', callback_data: 'source:1' },
                { text: '🔗 在报告里看', url: 'https://bot.example/report/yunxi?s=10-18#s=10-18' },
              ],
              [{ text: '新建了几所学校', callback_data: 'ask/1:1' }],
              [{ text: '改造了几个小区', callback_data: 'ask/2:1' }],
              [
                { text: '👍', callback_data: 'up:1' },
                { text: '👎', callback_data: 'down:1' },
              ],
            ],
          },
        },
      ]);
    });

    it('shows typing before the answer, and again while it takes', async () => {
      let release = (): void => {};
      const answered = new Promise<void>((resolve) => {
        release = resolve;
      });
      made = makeConverse();
      const typings = () => telegram.api.calls.filter(({ method }) => method === 'sendChatAction').length;
      telegram = await openTelegram(
        async (incoming) => {
          await answered;
          return made.converse(incoming);
        },
        { timing: { typingAgainMs: 5 } },
      );
      telegram.api.receive(messageUpdate(77, QUESTION));
      await telegram.api.until(() => typings() >= 3);
      expect(telegram.texts(77)).toEqual([]);
      release();
      await telegram.api.until(() => telegram.texts(77).length === 1);
    });

    it('is answered though typing cannot be shown', async () => {
      await open();
      telegram.api.fail('sendChatAction', 'hang-up');
      await telegram.hear(messageUpdate(77, QUESTION));
      expect(telegram.texts(77)[0]).toContain('3座');
    });
  });

  describe('a command', () => {
    it.each(['/start', '/start report', '/help', '/about', '/unknown'])(
      '%s says what the bot is for',
      async (text) => {
        await open();
        await telegram.hear(messageUpdate(77, text));
        expect(telegram.texts(77)).toEqual(['您好，请直接提问。']);
      },
    );

    it('is answered in English where the person has Telegram in English', async () => {
      await open();
      await telegram.hear(messageUpdate(77, '/about', { language: 'en' }));
      expect(made.asked.map(({ question }) => question)).toEqual(['who are you']);
    });

    it('/new changes the topic, /forget deletes what is known', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      await telegram.hear(messageUpdate(77, '/new'));
      await telegram.hear(messageUpdate(77, '那今年呢'));
      expect(made.asked.at(-1)?.history).toEqual([]);
      await telegram.hear(messageUpdate(77, '/forget'));
      expect(telegram.texts(77).at(-1)).toContain('已删除');
      expect(made.exchanges).toEqual([]);
    });

    it('/feedback takes words, or asks for a verdict', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      await telegram.hear(messageUpdate(77, '/feedback 公园的名字没有说'));
      expect(made.exchanges[0]?.feedback).toEqual({ verdict: 'down', reason: '公园的名字没有说' });
      await telegram.hear(messageUpdate(77, '/feedback'));
      await press(77, '👍');
      expect(made.exchanges[0]?.feedback).toEqual({ verdict: 'up', reason: '' });
    });

    it('stands in the menu, in Chinese and in English', async () => {
      await open();
      const { commands } = telegram.api.state;
      expect([...commands.keys()].sort()).toEqual(['', 'en', 'zh']);
      expect(commands.get('')).toEqual(commands.get('zh'));
      expect(commands.get('en')?.map(({ command }) => command)).toEqual([
        'start',
        'help',
        'about',
        'feedback',
        'new',
        'forget',
      ]);
    });
  });

  describe('a button', () => {
    it('📖 原文 sends the whole passage with the sentence marked', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      await press(77, '📖 原文');
      expect(telegram.texts(77).at(-1)).toBe(
        '城乡面貌改善。【新建口袋公园3座】，整治背街小巷41条。\n—— 一、工作回顾',
      );
    });

    it('with a question asks it, and says which it was', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      await press(77, '改造了几个小区');
      expect(telegram.texts(77).at(-1)).toMatch(/^问：改造了几个小区\n“改造了几个小区”的回答：3座。/u);
      expect(toasts()).toEqual([undefined]);
    });

    it('with a question works below a message that Telegram no longer shows', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      const { message_id } = telegram.lastMessage(77);
      const message = { chat: { id: 77, type: 'private' }, message_id, date: 0 };
      await telegram.hear(pressUpdate('old', message, 'ask/2:1'));
      expect(telegram.texts(77).at(-1)).toContain('“改造了几个小区”的回答');
    });

    it('👍 is noted, thanked for in passing, and gone', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      await press(77, '👍');
      expect(made.exchanges[0]?.feedback).toEqual({ verdict: 'up', reason: '' });
      expect(toasts()).toEqual(['谢谢，您的评价已经记下。']);
      expect(telegram.texts(77)).toHaveLength(1);
      expect(labels(telegram.lastMessage(77))).toEqual(['📖 原文', '新建了几所学校', '改造了几个小区']);
    });

    it('👎 is noted, and asks why', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      await press(77, '👎');
      expect(made.exchanges[0]?.feedback).toEqual({ verdict: 'down', reason: '' });
      await press(77, '没有答全');
      expect(made.exchanges[0]?.feedback).toEqual({ verdict: 'down', reason: '没有答全' });
      expect(labels(telegram.lastMessage(77))).toEqual(['📖 原文', '新建了几所学校', '改造了几个小区']);
      expect(telegram.texts(77)).toHaveLength(1);
    });

    it('pressed by somebody who did not ask changes nothing, and says so to them only', async () => {
      await open();
      const fields = { reply_to_message: { message_id: 1, from: { id: 4200, is_bot: true } } };
      await telegram.hear(messageUpdate(GROUP, QUESTION, { chat: 'supergroup', person: 5, fields }));
      await press(GROUP, '👎', 6);
      expect(made.exchanges[0]?.feedback).toBeNull();
      expect(toasts()).toEqual([expect.stringContaining('没有找到对应的回答')]);
      expect(telegram.texts(GROUP)).toHaveLength(1);
    });

    it('that is none of ours, or that was pressed twice, ends quietly', async () => {
      await open();
      await telegram.hear(messageUpdate(77, QUESTION));
      await telegram.hear(pressUpdate('x', telegram.lastMessage(77), 'moon'));
      expect(toasts()).toEqual([undefined]);
      const before = telegram.lastMessage(77);
      await telegram.hear(pressUpdate('y', before, 'up:1'));
      await telegram.hear(pressUpdate('z', before, 'up:1'));
      expect(telegram.texts(77)).toHaveLength(1);
      expect(telegram.lines).toEqual([]);
    });
  });

  describe('in a group', () => {
    const ask = (text: string, topic?: number): UpdateBody =>
      messageUpdate(GROUP, text, {
        chat: 'supergroup',
        person: 5,
        ...(topic === undefined ? {} : { topic }),
        fields: { entities: [{ type: 'mention', offset: text.indexOf('@'), length: 11 }] },
      });

    it('only what names the bot is answered, as a reply to who asked', async () => {
      await open();
      const asked = ask(`@wenbao_bot ${QUESTION}`);
      await telegram.hear(messageUpdate(GROUP, '今晚吃啥', { chat: 'supergroup', person: 6 }), asked);
      expect(made.asked.map(({ question }) => question)).toEqual([QUESTION]);
      const { message_id } = asked.message as { message_id: number };
      expect(telegram.api.shown(GROUP)).toMatchObject([{ reply_to_message: { message_id } }]);
    });

    it('the answer stays in the topic, and each topic is a conversation of its own', async () => {
      await open();
      await telegram.hear(ask(`@wenbao_bot ${QUESTION}`, 9));
      await telegram.hear(ask('@wenbao_bot 那今年呢', 10));
      expect(telegram.api.shown(GROUP)).toMatchObject([{ message_thread_id: 9 }, { message_thread_id: 10 }]);
      expect(made.asked.map(({ history }) => history)).toEqual([[], []]);
    });

    it('an answer comes though the question is deleted meanwhile', async () => {
      await open();
      const asked = ask(`@wenbao_bot ${QUESTION}`);
      const id = telegram.api.receive(asked);
      telegram.api.state.received.get(GROUP)?.clear();
      await telegram.api.until(() => telegram.api.confirmed() > id);
      expect(telegram.texts(GROUP)).toHaveLength(1);
    });
  });

  it('an album of pictures gets one reply', async () => {
    await open();
    const fields = { photo: [], media_group_id: '31' };
    await telegram.hear(...[1, 2, 3].map(() => messageUpdate(77, null, { fields })));
    expect(telegram.texts(77)).toEqual([expect.stringContaining('看不了图片')]);
  });
});

interface ShownButton {
  readonly text: string;
  readonly callback_data?: string;
}

function buttons(message: UpdateBody): readonly ShownButton[] {
  const { inline_keyboard } = message.reply_markup as { inline_keyboard: ShownButton[][] };
  return inline_keyboard.flat();
}

function labels(message: UpdateBody): readonly string[] {
  return buttons(message).map(({ text }) => text);
}
