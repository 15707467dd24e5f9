import type { SmallTalk } from '../domain/answer.ts';

/**
 * Whole messages that greet, thank, part, ask who is there or what it can do. Matched against the message
 * with its punctuation and its leading courtesies removed, so a greeting before a real question is no small talk.
 */
const FORMS: readonly (readonly [reason: SmallTalk['reason'], form: RegExp])[] = [
  [
    'greeting',
    /^(?:你们?好|您好|大家好|早上?好|上午好|中午好|下午好|晚上好|早安|晚安|早|嗨+|哈喽|哈罗|哈啰|在吗|在不在|有人吗|有人在吗|hi|hello|hey|good (?:morning|afternoon|evening))+(?:呀|啊|哇|there)?$/i,
  ],
  ['thanks', /^(?:好的?)?(?:非常|太|十分|真是)?(?:谢+|感谢|多谢|谢谢|辛苦|麻烦)(?:您|你|了|啦|你们|您了|你了|啊|哈|噢|喔)*(?:帮忙|解答|回答|辛苦了|明白了|知道了)?$|^(?:thanks|thank you|thx)(?: (?:a lot|so much|very much))?$|^(?:唔该|唔该晒|不该|多谢晒)$/i],
  ['goodbye', /^(?:好的?)?(?:再见|拜拜|拜|88|回头见|下次见|先这样|没事了|没有了|不问了|先走了|bye|goodbye|see you)(?:了|啦|吧|bye)*$/i],
  [
    'identity',
    /^(?:请问)?(?:你|您)(?:到底|究竟)?(?:是|叫)(?:谁|什么|哪位|啥)(?:名字|东西|人|机器人)?(?:啊|呀|呢)?$|^(?:你|您)(?:是|是不是)(?:真人|机器人|人工|人|ai|人工智能|客服|程序|政府的人|工作人员|chatgpt|gpt)(?:吗|还是.{1,6})?(?:啊|呀|呢)?$|^(?:你|您)(?:叫|有)?什么(?:名字|来头)$|^自我介绍(?:一下)?$|^介绍一下(?:你自己|自己)$|^(?:who|what) are you$|^are you (?:a )?(?:bot|robot|human|real person|ai)$|^你是谁(?:开发|做|造)的$/i,
  ],
  [
    'help',
    /^(?:请问)?(?:你|您|这个|这里|这)?(?:都|还)?(?:能|可以|会)(?:做|干|帮我做|帮我|回答|问|查|帮我查|告诉我)?(?:些)?(?:什么|哪些|点什么)(?:问题|事|事情|内容|忙)?(?:啊|呀|呢|吗)?$|^(?:我)?(?:能|可以|该|应该)(?:问|查)(?:你|您)?(?:些|点)?(?:什么|哪些)(?:问题|内容)?$|^(?:怎么|如何)(?:用|使用|问|提问|查)(?:你|这个)?(?:啊|呀|呢)?$|^(?:帮助|使用说明|说明|功能|菜单|help|menu|\?|\/help|\/start)$|^你有(?:什么|哪些)(?:用|功能|本事)$|^what can (?:you do|i ask)(?: you)?$|^how (?:do|can) i use (?:this|you)$|^(?:怎么玩|怎么弄|能帮我吗|帮帮我)$/i,
  ],
  [
    'acknowledgement',
    /^(?:嗯+|哦+|噢+|喔+|好|好的|好吧|好嘞|行|行吧|可以|中|得|ok|okay|收到|知道了|明白|明白了|了解|了解了|懂了|原来如此|这样啊|是的|对|对的|没错|不错|挺好|很好|厉害|赞|666|哈+|呵呵|嘿嘿)+(?:了|啊|呀|哈|吧)?$/i,
  ],
];
const COURTESY = /^(?:请问|那个|嗯|哦|好的?|ok)[,，。!！~ ]+/i;
const MARKS = /[\s,，。.!！?？~～、…;；:：'"“”‘’()（）\-—]+/gu;

/** The kind of small talk a normalised message is, null where it asks something. */
export function recogniseSmallTalk(text: string): SmallTalk['reason'] | null {
  const spoken = text.replace(/\p{Extended_Pictographic}/gu, '');
  for (const message of [spoken, spoken.replace(COURTESY, '')]) {
    const bare = message.replace(MARKS, /[a-z]/i.test(message) && !/\p{Script=Han}/u.test(message) ? ' ' : '').trim();
    const reason = FORMS.find(([, form]) => form.test(bare))?.[0];
    if (reason !== undefined) return reason;
  }
  return null;
}
