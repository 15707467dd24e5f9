import { describe, expect, it } from 'vitest';
import { recogniseSmallTalk } from '../../src/question/recognise-small-talk.ts';
import { normalise } from '../../src/text/normalise.ts';

const SMALL_TALK = {
  greeting: [
    '你好',
    '您好您好',
    '老师您好',
    '同志，您好',
    '大家晚上好呀',
    '早',
    '早晨',
    '嗨～好久不见',
    '哈喽呀小助手',
    '喂，有人在吗',
    '唔好意思，有冇人喺度',
    '小助手你在吗',
    '在线吗',
    '不好意思，打搅您一会儿',
    '想问个事儿',
    '有个问题想请教您',
    '请问',
    '吃了没',
    '新年快乐呀',
    '你好[微笑]',
    '👋',
    'Hi there!',
    'good morning',
    'hello, is anyone there?',
  ],
  thanks: [
    '谢谢',
    '谢啦兄弟',
    '多谢多谢,麻烦你了小同志',
    '感谢您的耐心解答！',
    '真是太谢谢你了',
    '好的，谢谢',
    '收到,谢谢',
    '辛苦啦，回答得真详细',
    '麻烦您了',
    '您帮了我大忙了',
    '多謝晒你咁詳細',
    '唔該晒',
    '3Q啦',
    '🙏',
    'thx',
    'got it, thanks a lot for your help',
    'That was very helpful, thank you.',
  ],
  goodbye: [
    '再见',
    '拜拜👋',
    '886啦',
    '晚安',
    '时间不早了，先撤了',
    '我得去接孩子了',
    '那先这样，有事再找你',
    '改天再请教您',
    '没别的事了，谢谢',
    '不打扰你了',
    '今天就问到这，拜',
    '谢谢，祝您生活愉快',
    '係咁先啦',
    '得閒再傾',
    'ok bye',
    'see you tomorrow',
    "that's all, thank you",
  ],
  identity: [
    '你是谁',
    '你到底是个啥东西啊',
    '您哪位',
    '你叫什么名字呀',
    '恁叫个什么名儿',
    '怎么称呼你',
    '你是真人还是机器人',
    '对面坐的是真人吗',
    '对面是机器还是客服小姐姐',
    '回我消息的是人吗',
    '我在跟机器人聊天吗',
    '这是人工客服吗',
    '你是政府工作人员吗',
    '你是哪家公司开发的',
    '你用的是什么大模型',
    '做个自我介绍吧',
    '你好，请问你是谁啊',
    '你係真人定係機械人嚟㗎',
    'what is your name?',
    'Are you a bot or a real person?',
    'who made you',
  ],
  help: [
    '你能干什么',
    '你都会些啥呀',
    '我能问点什么呢',
    '可以问你哪些事',
    '你能回答哪些方面的问题',
    '有什么功能',
    '这个机器人怎么用啊',
    '这东西咋用',
    '该怎么提问才好',
    '第一次用，不太会',
    '我不会用，教教我',
    '能问你个问题吗',
    '能帮个忙吗',
    '转人工',
    '谢谢，那你还能做什么',
    '我可以問啲咩',
    '呢個點樣用㗎',
    '/help',
    'what can I ask you?',
    'how do i use this',
  ],
  acknowledgement: [
    '好',
    '好嘞',
    '嗯嗯，了解了',
    '行，那我明白了',
    '哦，原来是这么回事啊',
    '我懂你的意思了',
    '要得',
    '明白晒',
    '对对对',
    '怪不得呢',
    '挺不错的',
    '说得很清楚',
    '这也太厉害了吧',
    '哈哈哈哈哈哈哈，有意思',
    '哈哈哈笑死',
    '不好意思，问错了',
    '我再看看',
    '没事，我就随便问问',
    '👍🏻',
    'oh I see',
    'ok, got it',
  ],
} as const;

const QUESTIONS = [
  '你好，去年GDP多少',
  '谢谢，那今年呢',
  '好的，今年目标是多少',
  '能问一下低保发了多少钱吗',
  '晚上好，今年修几条路',
  '打扰一下，养老院建了几个？谢谢',
  '请问去年财政收入',
  '我想问一下养老的事',
  '帮我查一下空气质量',
  '你能查一下去年的投资吗',
  '你知道低保标准是多少吗',
  '可以告诉我优良天数吗',
  '知道了，那就业呢',
  '说得好，做得怎么样',
  '说一下',
  '为什么',
  '还有呢',
  '还有吗',
  '就这些？',
  '真的吗',
  '具体呢',
  '然后呢',
  '继续',
  '去年',
  '完成了吗',
  '建好了没有',
  '可行吗',
  '可以吗',
  '没问题吧',
  '怎么办',
  '这个钱怎么用',
  '怎么使用资金',
  '这是什么',
  '在这里吗',
  '有什么用',
  '有什么问题',
  '能提供什么服务',
  '我们能享受什么服务',
  '你们去年做了什么',
  '你们会做什么',
  '政府能做什么',
  '机器人能做什么',
  '机器人',
  '人工智能产业',
  '书记叫什么',
  '领导是谁',
  '谁开发的这个园区',
  '有没有人管污染',
  '功能区有几个',
  '帮助残疾人',
  '早教机构有几家',
  '好医院有几家',
  '新年有什么计划',
  '再就业',
  '谢谢你们建了几所学校',
  '辛苦的环卫工人工资多少',
  '88%',
  '100',
  '?',
  '',
  'hello, what was the gdp last year',
  'thanks, and this year?',
  'ok so what is the target',
  'what can you tell me about housing',
  'can you help me find the growth rate',
  'who is the mayor',
];

const CASES = Object.entries(SMALL_TALK).flatMap(([reason, messages]) =>
  messages.map((message) => ({ message, reason })),
);

describe('recogniseSmallTalk', () => {
  it.each(CASES)('takes $message for $reason', ({ message, reason }) => {
    expect(recogniseSmallTalk(normalise(message))).toBe(reason);
  });

  it.each(QUESTIONS)('leaves “%s” to the report', (message) => {
    expect(recogniseSmallTalk(normalise(message))).toBeNull();
  });

  it.each(CASES.filter(({ message }) => /\p{Script=Han}/u.test(message)))(
    'hears the question after $message',
    ({ message }) => {
      expect(recogniseSmallTalk(normalise(`${message}，去年新增就业多少人`))).toBeNull();
      expect(recogniseSmallTalk(normalise(`${message} 养老`))).toBeNull();
    },
  );

  it('is what its strongest phrase is', () => {
    expect(recogniseSmallTalk('你好，谢谢')).toBe('thanks');
    expect(recogniseSmallTalk('好的，谢谢，再见')).toBe('goodbye');
    expect(recogniseSmallTalk('你好，你是谁')).toBe('identity');
  });

  it('reads long messages quickly', () => {
    for (const piece of ['那就', '没有可以', '我人我', 'thanks hi ', '谢谢给我']) {
      const before = performance.now();
      expect(recogniseSmallTalk(`${piece.repeat(60).slice(0, 79)}x`)).toBeNull();
      expect(performance.now() - before).toBeLessThan(1000);
    }
  });
});
