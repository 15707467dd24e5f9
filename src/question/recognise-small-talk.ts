import type { SmallTalk } from '../domain/answer.ts';

type Reason = SmallTalk['reason'];

/** A longer message tells something. */
const LONGEST_MESSAGE = 80;
/** In Han characters; a clause of small talk has no more, and reading one stays quick. */
const LONGEST_CLAUSE = 40;
const LONGEST_PHRASE = { han: 28, latin: 48 };

// Word classes the phrases are put together from. Repeats are bounded: no input makes the matching explode.
const THEE = '(?:你们?|您们?|恁|侬|汝)';
const FOLK =
  '(?:(?:小|智能|聊天)?(?:助手|助理|机器人)|客服|人工客服|朋友|亲|老师|小?师傅|小?同志|小伙子|小姑娘|领导|大哥|大姐|大叔|阿姨|兄弟|老铁|老乡|' +
  '哥们儿?|帅哥|美女|小哥哥?|小姐姐?|管理员|小编|工作人员|各位|诸位|大家|大伙儿?|伙计|宝|机灵鬼|ai|bot|robot)们?';
const ADDRESSED = `(?:${THEE}|${FOLK})`;
/** The program, named so that no subject of a report is meant. */
const PROGRAM =
  '(?:(?:你|您|你们)?(?:这个?|本|咱这个?)(?:智能|问答|聊天|ai)?(?:机器人|助手|助理|小程序|客服|公众号|系统|软件|平台|东西|玩意儿?))';
const SELF = `(?:${THEE}|${PROGRAM})`;
/** Not 你们, which may be the government. */
const ONE = `(?:你|您|${PROGRAM})`;
const OR_THIS = `(?:${SELF}|这个?|这里|这儿|这边|呢个)`;
const NATURE =
  '(?:真(?:的|正的)?人|大?活人|人类?|人工(?:智能|客服|服务|坐席|的)?|(?:智能|聊天)?机器人?|智能(?:客服|助手|的)?|电脑|计算机|程序|' +
  '软件|系统|(?:大|语言|大语言|ai)?模型|ai(?:客服|助手|机器人|程序)?|客服(?:小?姐姐|小?哥哥|人员)?|小?助手|助理|虚拟[人的]|数字人|自动回复|机械人?|算法|鬼|' +
  'chatgpt|gpt|deepseek|kimi|claude|siri|豆包|文心一言|通义千问|小爱同学)';
const OFFICIAL =
  '(?:(?:政府|[省市区县]里|官方|机关|单位)[的里]?(?:人|工作人员|人员|干部|领导|官员|客服|部门)?|公务员|干部|领导|工作人员|' +
  '官员|[省市区县镇乡局]长|书记|主任|志愿者)';
const CHOICE = `(?:一?[个位台名种款])?${NATURE}(?:(?:还是|或者?|定|抑或|是)[是系]?(?:一?[个位台])?(?:${NATURE}|${OFFICIAL}))?`;
const WHAT =
  '(?:些|点)?(?:什么样?|哪些?|乜|哪(?:一|几)?个?(?:方面|[类种块样年]))(?:方面|类型?|范围|领域|种类|年份|年度|样)?的?' +
  '(?:(?:小|新)?问题|事儿?|事情|内容|东西|忙|话题?|信息|资料|数据|活儿?|服务|报告|知识|嘢)?';
const HOW = '(?:怎么样?|如何|怎样|点样?|咋样?)';
const ASK = '(?:问|提问|查|查询|查到|咨询|了解|请教|聊|打听|问到|了解到|搜|搜索)';
const FOR_ME = '(?:[为帮给替跟对和](?:我们?|大家|人|老百姓)?)?';
const OFTEN = '(?:到底|都|还|一般|主要|平时|具体|究竟|大概|又){0,2}';
const TELL = '(?:回答|答|解答|告诉|提供|说|讲|介绍|解决|处理|答复|回复|办)';
const MAY = '(?:可以|能够?|可|能不能|可不可以|可否|能否|方便)';
const YES_NO = '(?:吗|么|不|没|没有|嘛|呗|不行)';
/** Ends that leave a statement a statement. */
const SAID = '[啊呀哦噢喔哈啦咯哟耶诶哇了呐哩喽捏喇嘞哒滴]*';
/** Ends a question may have as well. */
const END = '[啊呀呢吧嘛哦噢喔哈啦咯哟呗耶诶哇么吗了的呐哩喽捏喇㗎嘎嚟]*';
const VERY = '(?:真是|真的?|太|很|好|挺|非常|十分|超级?|蛮|特别|相当|够|这么|贼|老|实在)';

const FILLERS = [
  '那(?:么|个|我|就)?|(?:给|跟|和)我(?:说一?说|讲一?讲)|告诉我|大清早的?|这么[早晚]了?|就是|嗯+|呃+|额+|哎[呀哟]?|唉|诶|欸|话说|对了|另外|顺便|然后|其实|麻烦|拜托|烦请|敢问|请|所以|不过|但是|我(?:想)?(?:知道|了解)',
  'can you tell me|could you tell me|may i know|i want to know|tell me',
  'well|so|u+m+|u+h+|oh|please|pls|and|but|then|hm+|by the way|btw|actually|dear',
];

const ACKNOWLEDGEMENTS = [
  `(?:(?:那|都|也|就){0,2}(?:嗯|哦|噢|喔|啊|哎|唉|诶|欸|哇|哟|好|行|成|中|妥|得|要得|可以|可|没错|对|是|收到|明白|了解|知道|清楚|晓得|懂|没问题|没事儿?|(?:挺|很|真|蛮)?(?:好|不错))){1,4}(?:的|头|呐|勒)?${SAID}`,
  '(?:那)?(?:好|行|算了)吧|好嘛|是[吗嘛]|真的[啊呀]|(?:好的?|是的|对的|嗯)呢|没毛病|系[啊呀喇]|哦豁|没什么|嗯呐|妥妥的|齐活|(?:哈|呵|嘿|嘻|嗬|噗)+(?:[笑乐逗](?:死|坏|喷|不活)(?:我|俺|人)?了?)?',
  `(?:我们?|咱们?|这下子?|这回|现在|已经|都|终于|总算|大概|基本|差不多|也|就|全|完全|彻底|大致|心里|好像|似乎|[听看]){0,4}(?:知道|明白|了解|理解|懂|清楚|晓得|学|记住|记下|看到|看懂|听懂|搞懂|搞清楚|弄明白|弄懂|弄清楚|会|get|有数|有底|够)到?(?:来|用|清楚|明白|(?:你|您)的意思)?[了啦喽咯喇晒]+${SAID}|我(?:都|也)?(?:知道|明白|懂|了解|理解)`,
  `(?:却|哦|噢|啊){0,2}(?:原来)?(?:就|都|也)?是?(?:这样|如此|这么(?:回|个|一回)(?:事|意思|情况)|这个?意思|这么着)儿?(?:子|个)?的?${SAID}`,
  `(?:怪不得|难怪)[呢啊呀]?|(?:很|挺|还|真)?有道理|也是|确实|的确|当然|可不是嘛?|那是|(?:你|您)?(?:说|讲)的?得?(?:也|都|很|真|太)?(?:对|是|好|有道理|没错)${SAID}`,
  `(?:${SELF}|这|这个|回答|答|讲|说|解释|总结|介绍|回复|整理|人){0,2}[的得]?(?:也|都|还|可|就)?${VERY}{1,2}(?:的)?(?:好|棒|强|牛逼?|厉害|聪明|专业|详细|清楚|明白|不错|给力|优秀|方便|快|有用|好用|有帮助|实用|贴心|及时|到位|全面|智能|完美|靠谱|赞|有意思|有趣|神奇|可爱|周到|耐心|满意|行|巴适)的?${SAID}(?:了吧)?|(?:你|您)?(?:回答|答|讲|说|解释|总结|介绍|回复|整理)[的得](?:也|还)?(?:不错|没错|明白)${SAID}`,
  `(?:你|您)?(?:最|更)?(?:厉害|牛逼|牛[啊哇牛]|棒+|棒棒的?|完美|给力|赞+|点赞|精彩|满意|有意思|有趣|巴适|有用|6{3,}|23{2,})的?${SAID}|(?:竟然|居然|都)?有?[这那]么(?:多|少|高|快|好|大)[啊呀哇呐]+`,
  `(?:没关系|不要紧|无所谓|不用?客气|不用谢|不谢|(?:不用|不必|不需要?|不使|免|算|罢)(?:麻烦)?[了啦喇])${SAID}|(?:不好意思|对不起|抱歉)${SAID}`,
  '(?:我)?(?:刚才|刚刚)?(?:打|发|问|写|输|说|点)错(?:字|人|地方)?了?|手滑了?|误[发触]了?|(?:我)?(?:就|只)?是?随便(?:看看|问问|逛逛|聊聊|试试)的?',
  `(?:让我|容我|我|先|再|自己){1,3}(?:看看|想想|想一?想|看一?看|考虑考虑|研究研究|瞧瞧|琢磨琢磨|[看想考虑研究琢磨]{1,2}一?下)(?:先|再说)?吧?${SAID}|(?:请)?(?:稍|等)(?:等|一?下|一?会儿?|候)${SAID}`,
  `(?:涨|长)(?:了)?(?:知识|姿势|见识)|受教|受益匪浅|获益良多|开(?:了)?眼界?了?|学习${SAID}了|(?:涨知识|长见识|受教)了`,
  '(?:all right|alright|okay|okey|ok+|k+|yes|yep|yeah|yup|sure|roger|fine|right|cool|nice|good|great|awesome|perfect|excellent|amazing|wonderful|brilliant|interesting|lol|(?:ha){2,}|(?:he){2,}|wow|understood|noted|gotcha|true|indeed|exactly|no problem|no worries|never ?mind|sorry|oops|my bad)+(?: (?:then|job|work|one|stuff|answer|to know))?',
  '(?:i )?(?:got|get) (?:it|that)|i (?:see|understand|know)(?: now)?|(?:that )?makes sense|(?:thats|that is|its) (?:very |really |so )?(?:good|great|clear|fine|cool|nice|interesting|right|correct|ok|okay)(?: to know)?|good to know|sounds good|fair enough|well done|my mistake',
];

const GREETINGS = [
  `(?:${ADDRESSED}|早上|早晨|清晨|上午|中午|下午|午后|傍晚|晚上|周末|过年|节日){1,3}好${SAID}(?:${FOLK})?${SAID}|${THEE}(?:还|最近|近来|今天|过得|一切){0,2}好(?:不好|吗|么|嘛)${END}|你最近怎么样${END}`,
  `(?:(?:hi+|hello+|hey+|ha?llo|halo|yo|hiya|howdy|嗨|嘿|哈[喽啰罗楼咯]|嗨[喽啰]|喂|雷猴|[你泥][嚎豪]) ?){1,3}${SAID}(?:there|everyone|all|${ADDRESSED})?${SAID}`,
  `(?:${THEE}|现在)(?:现在)?(?:有空|有时间|方便|得闲)${YES_NO}${END}|有空${YES_NO}${END}`,
  `(?:${FOLK})?早(?:安|晨)?(?:${FOLK})?${SAID}|午安`,
  `(?:(?:${ADDRESSED}){1,2}|人|有谁)(?:还|现在|都|有){0,2}在(?:线|这里?|这儿|度|岗|听|看|不在|哪)?${YES_NO}${END}|在(?:线|岗)?${YES_NO}{1,2}${END}|在不在${END}`,
  `(?:有没有|有)人(?:在|回|应|理我|说话|回我|搭理我){0,2}(?:这里?|这儿|度|线上?|的)?${YES_NO}${END}|有没有人(?:在|回|应|理我|说话|回我|搭理我){0,2}(?:这里?|这儿|度|线上?)?${END}`,
  `能(?:听|看)得?[见到]我(?:说话|的话|发的)?(?:吗|不|么)|(?:能|可以)?听得?[见到懂](?:我|我说话|人话)?(?:吗|不|么)`,
  `(?:不好意思|抱歉|冒昧|又|先|又要|可以|想|得|要|我|又来){0,3}(?:打扰|打搅|叨扰)(?:一?下下?|一哈|一会儿?|${ADDRESSED}|[了啦喇]){0,3}${SAID}吗?|麻烦(?:一下|下)|(?:请|劳)问(?:一?下)?|劳驾(?:一下)?|借问(?:一下|声)?`,
  `(?:我们?|咱)?(?:就|就是|先|还|再|只|只是|其实|今天|这里){0,2}(?:有|想|要|来|得|想要|打算|[找向跟]${ADDRESSED}){0,2}(?:问|问问|咨询|请教|打听|询问|了解)(?:${ADDRESSED})?(?:一?下下?|一哈|一声|点|些|几?个|一个|[几两]件|件){1,2}(?:小)?(?:问题|事情?|东西|情况|嘢)?儿?(?:[啊呀哈吧了呗哦])*`,
  `(?:我们?|咱)?(?:这里?)?(?:就|还)?有(?:一?个|几个|些|点|件|一件|几件)?(?:小)?(?:问题|事情?|疑问)儿?(?:想|要)?(?:问|问问|咨询|请教|打听)(?:一?下|${ADDRESSED}){0,2}${SAID}|我有(?:一?个|几个|些|点)?(?:小)?(?:问题|疑问|事)${SAID}|我?(?:想|来|就是想|先)?(?:问问|咨询咨询|打听打听|请教请教)(?:${THEE})?${SAID}|我?(?:就是)?[想要来](?:问|咨询|请教)(?:${THEE})?(?:问题)?${SAID}`,
  `祝?(?:${ADDRESSED}){0,2}(?:新年|新春|春节|元旦|节日|国庆节?|中秋节?|端午节?|元宵节?|五一|劳动节|儿童节|妇女节|圣诞节?|周末|假期|生日|过年|[鼠牛虎兔龙蛇马羊猴鸡狗猪]年)(?:快乐|愉快|吉祥|安康|大吉|好)${SAID}|恭喜发财|万事如意|给(?:${ADDRESSED})拜年[了啦]?`,
  `初次见面|很?高兴(?:认识|见到|遇见)${THEE}|请?多多?(?:关照|指教)|幸会|久仰(?:大名)?|好久不见|好久没(?:来|聊|见)了?|又见面[了啦]|又是我|是我|我?又来[了啦]|我(?:又)?(?:回来|来)[了啦]|我是新(?:来|人)的?`,
  `(?:你|您)?(?:吃|食)(?:过|了)?(?:早|中|午|晚)?饭?了?(?:吗|没|没有|未|么)${END}|(?:你|您)?(?:在|现在)?忙(?:吗|不忙|着呢|着吗|么)`,
  '(?:我)?(?:先|来)?(?:测试|测一下|试试|试一试|试一?下|test(?:ing)?|ping){1,2}(?:一下|下|看看?|效果)?',
  'good ?(?:morning|afternoon|evening|day|noon)(?: (?:to you|everyone|all|sir|madam|there|guys))?|morning|(?:warm )?greetings|how(?: are|re|s it| do) (?:you|u|going|you do)(?: doing)?(?: today)?|what ?s up|wass?up|sup|(?:nice|pleased|glad|good) to (?:meet|see) you',
  '(?:is |are )?(?:anyone|anybody|someone|somebody|you) (?:out )?(?:there|here|home|around|online)|excuse me|sorry to (?:bother|disturb|trouble) you|happy (?:(?:chinese |lunar )?new year|spring festival|holidays?|weekend)|merry christmas|long time no see|its me(?: again)?|im back',
  '(?:i have|i ve got|ive got|i want to ask|i would like to ask|id like to ask|let me ask|i wanna ask)(?: you)?(?: (?:a|one|some|a few|several))?(?: (?:quick|small))?(?: questions?| something)',
];

const THANKED = `(?:${ADDRESSED}|政府|党)`;
const THANKS = [
  `(?:非常|太|十分|真是|真的?|很|特别|好|实在|万分|衷心|由衷|先|再次|那|就|多|最后|还是|总之|也|我|可|要|得|一定){0,4}(?:谢{1,4}|感谢|感激|感恩|拜谢|致谢|不该|蟹蟹|三克油|栓q|3q|thanks|thank you|thx)(?:晒|过|啦|了|一下|一声|不尽|万分){0,2}(?:${THANKED}){0,2}(?:啦|了)?(?:的|这么|如此|这样|给我|帮我|帮忙|帮助|解答|回答|回复|答复|解惑|指点|指教|指导|配合|支持|提醒|告知|告诉我?|分享|讲解|解释|介绍|说明|科普|服务|耐心|细心|热心|详细|认真|及时|地|这些|这么多|得|很|咁|清楚|大力|捧场|理解|关心){0,5}${SAID}(?:${FOLK})?${SAID}`,
  `辛苦|(?:真是|太|实在|让|给|今天|又|又来|可|好){0,3}(?:${THANKED})?(?:添?麻烦|辛苦|劳烦|有劳|费心|受累|操心)(?:了|啦|喇|晒|${THANKED}|这么久|半天){1,3}${SAID}`,
  `(?:你|您|可|真是?|太|算是|简直|这次|这下){0,3}(?:给)?(?:帮|解决)(?:了|到|到了)?(?:我们?|咱)?(?:一个|个|了|的){0,2}很?大(?:忙|问题)(?:了|啦|喇)?|(?:真|可|你){0,2}帮(?:到|上)(?:我|忙|大忙){1,2}了?|(?:帮我)?解决了我的?(?:大)?(?:问题|疑问|疑惑|困惑|难题)${SAID}`,
  `有你真好|好人一生平安|给你(?:点个?赞|比心|鞠躬)|爱你${SAID}|么么哒|比心|送你(?:一?朵)?(?:小红)?花`,
  '(?:many |big |huge |ok )?(?:thanks?|thank (?:you|u|ya)|thx|tks|thnx|ty|tysm|cheers|3q)(?: (?:a lot|a million|a bunch|so much|very much|very|again|anyway|much|lots|indeed|mate|bro|man|buddy|sir|everyone|for (?:your|the|all|all the|all your) (?:kind )?(?:help|answers?|info|information|reply|time|assistance|support|explanations?)|for (?:that|this|helping(?: me)?|answering|explaining)|you))*',
  '(?:i )?(?:really |highly |much )?appreciated?(?: (?:it|that|your help))?|(?:that|this|it)(?:s| is| was)? (?:very |really |so |super )?helpful|(?:you(?: ve|ve)? )?(?:have )?been (?:very |really |so )?helpful|you(?:re| are) (?:the best|so helpful|very helpful|a lifesaver|so kind|very kind)',
];

const GONE = '[了啦咯喽喇嘞]';
const GOODBYES = [
  `先?(?:(?:再见|再会|回见|拜|掰掰|8{2,3}6?|后会有期|告辞|失陪|慢走|保重|晚安|晚安安|好梦|早唞|做个好梦) ?(?:bye)?){1,4}(?:吧|先)?${SAID}(?:${ADDRESSED})?${SAID}`,
  `(?:那|就|咱们?|我们?|你|您){0,2}(?:下一?次|下回|改天|改日|明天|明儿|听日|明早|后天|以后|日后|回头|有空|有时间|有机会|有问题|有需要|有事|有疑问|有不懂的?|需要时?|晚点|晚些|待会儿?|等会儿?|一?会儿?|过会儿?|过两天|得闲|空了|到时候?|的话|的时候){1,2}(?:咱们?|我们?|你|您){0,2}(?:再|又|还|会|可以|继续|接着|一定){0,2}来?(?:见|聊|说|谈|讲|问|找|来|联系|请教|咨询|倾|续|叙|打扰|麻烦)(?:${THEE})?(?:们|聊|问|玩|咨询|请教)?[吧]?${SAID}`,
  `(?:我们?|咱)?(?:这就|就|先|得|要|该){0,3}(?:走|下|撤|睡|睡觉|闪|溜|下线|忙|忙去|退下)(?:一步)?(?:先|${GONE})+${SAID}|(?:我们?|先|得|要|该|去|回){1,4}(?:睡觉?|忙|休息|上班|下班|吃饭|干活|开会|下线|做饭|接孩子|回家|出门|赶车|挂|上课|洗洗睡|带孩子|有事)(?:去|先|${GONE})+${SAID}|(?:我)?先(?:走|忙|撤|闪|下|睡|溜)(?:一步)?(?:吧|哈)?|我(?:还|这边?)?有(?:点)?事(?:要?先)?(?:走|忙)?${GONE}?`,
  `(?:天|时间|时候|夜)?(?:也|都|这么|已经|可)?(?:不早|很晚|太晚|好晚|晚|黑|深|半夜)${GONE}+${SAID}|(?:我|有点|有些|好|太|都|眼){0,3}困(?:死)?${GONE}+`,
  `(?:那|就|先|我|今天){0,3}不(?:再|多)?(?:打扰|打搅|聊|唠嗑?|说|问|麻烦|耽误|耽搁|占用|跟你[说聊]|和你[说聊])(?:${ADDRESSED})?的?(?:工作|时间|休息|宝贵时间)?${GONE}+${SAID}`,
  `(?:那|我|好了|系){0,2}(?:就|先|今天|今儿|今日|暂时|暂且|咁){1,3}(?:(?:这样|[到聊问说]{1,2}(?:这里?|这儿|此|此为止)|咁)(?:先|吧|${GONE})*|问?(?:这么多|这些)[了吧啦]+)${SAID}|系咁先?${SAID}|(?:那)?[聊问说]到这(?:里|儿)?(?:吧|${GONE})+`,
  `(?:我|那|就|已经|暂时|目前|现在|应该|也|倒|再|都){0,3}(?:没有?|无)(?:别的|其他|其它|什么|更多|要|想|需要|旁的|任何){0,2}的?(?:事情?|问题|疑问|疑惑|要问|想问|可问|问|嘢|需要|需求)?的?儿?${GONE}+${SAID}`,
  `(?:我|都|已经|今天|想问的){0,3}[问聊]完${GONE}+|我的问题(?:都|已经)?(?:解决|问完)${GONE}+|结束(?:对话|聊天|吧|了)+|退出(?:吧|${GONE})?|散会?${GONE}|退下吧?|exit|quit`,
  `(?:祝愿?|愿)(?:${ADDRESSED}){0,2}(?:今天|每天|天天|都|一切|生活|工作|身体|心情|周末|晚上|今晚|睡个){0,3}(?:愉快|顺利|健康|开心|好运|安好|平安|好梦|幸福|快乐|如意|晚安)${SAID}`,
  `(?:${THEE})?(?:也|先|快|去|早[点些]|好好|继续|接着|赶紧){0,3}(?:忙|休息|睡|歇着?|玩)(?:去吧|吧|${THEE}的吧?|着)${SAID}|${THEE}?也?早[点些](?:休息|睡觉?|歇着?)${SAID}吧?`,
  '(?:ok )?(?:good ?)?(?:bye ?){1,3}(?:(?:for )?now|then|everyone|all)?|(?:i ?ll )?see (?:you|ya|u)(?: (?:later|soon|around|again|tomorrow|next time|then)){0,2}|cya|later|(?:i ?ll )?talk (?:to you )?(?:later|soon)|good ?night|farewell|take care|so long|until next time|gotta go|gtg|ttyl|cheerio',
  'have a (?:nice|good|great|lovely|wonderful|pleasant) (?:day|night|evening|one|weekend|time|afternoon)|(?:no )?(?:thats|that is|that was|thatll be|that will be) (?:all|it|everything)(?: (?:for (?:now|today)|i (?:need|needed|wanted)(?: to know)?|thank you|thanks))?|nothing (?:else|more)|(?:i have )?no (?:more|other|further) questions|im done|i(?: have to| gotta| ve got to| must| need to| should) (?:go|leave|run)(?: now)?',
];

const IS_IT = '(?:是不是|是否|是|系|算是?|不会是|该不会是|难道是|莫非是)';
const AS_TOLD = '(?:到底|究竟|真的?|其实|就|也|都|现在|背后|该|应该|要|又|倒底){0,2}';
const TALKING =
  '(?:(?:现在)?(?:在?[跟和与同]|回|陪|给)我(?:们)?(?:在)?(?:说话|讲话|聊天?|对话|交流|沟通|回话|回复|回答|回消息|打字|倾偈|答话|复)?的|(?:回复|回答|搭理|回)我(?:消息|问题|信息)?的|对面|(?:屏幕|电脑|手机|网线|线)?(?:那[边头]|后面|后台|背后|对面)(?:坐着?的?|说话的|回答的)?|我(?:现在)?(?:在?跟|在?和|在?同))(?:这位|这个)?(?:的)?';
const IDENTITY = [
  `(?:${SELF}|${TALKING})${AS_TOLD}${IS_IT}(?:个)?(?:谁|哪位|哪个|何方神圣|什么(?:人|东西|玩意儿?|来头|机器人?|身份|模型|程序|系统|软件)?|(?:干|做)(?:什么|嘛|啥)的|(?:哪[家个]|谁家)(?:公司|单位|部门|机构)?的?(?:机器人)?)${END}|这是(?:谁|什么(?:机器人|程序|系统|软件|平台|公众号|小程序))${END}|${THEE}(?:谁|哪位|哪个)${END}`,
  `(?:${SELF}|${TALKING}|这|这边|这里)${AS_TOLD}${IS_IT}${CHOICE}(?:在(?:回答?|回复|说话|聊天))?${END}|(?:${SELF}|${TALKING})${AS_TOLD}${IS_IT}(?:一?[个位名])?${OFFICIAL}${END}`,
  `我?(?:现在)?(?:是)?在?(?:跟|和|同|与)(?:谁|什么人|哪个|${CHOICE})(?:在)?(?:说话|讲话|聊天?|对话|交流|倾偈)${END}`,
  `(?:是|有|有没有|是不是)(?:真人|活人)(?:在|的){0,2}(?:回答?|回复|说话|聊天|客服|服务)?${END}|(?:真|活)人${YES_NO}${END}|是(?:人工|人|机器人?)(?:自动)?(?:客服|服务|回复)?的?(?:吗|么|吧|不)${END}|(?:是)?(?:真?人|人工|真人客服|人工客服)(?:还是|定系?)(?:机器人?|智能|ai|电脑|自动的?)${END}|(?:是)?(?:机器人?|ai|电脑)(?:还是|定系?)(?:真?人|人工|活人)${END}`,
  `${SELF}${AS_TOLD}(?:名?叫个?|姓)(?:什么|乜)(?:名[字儿]?|昵称|姓名)?${END}|${SELF}(?:有|是|有没有)(?:什么)?(?:名字?|昵称|姓名)${END}|${SELF}的?(?:名字|大名)(?:是|叫)?(?:什么)?${END}|我?(?:该|应该)?怎么(?:称呼|叫)${THEE}${END}|${THEE}?(?:怎么称呼|贵姓|尊姓大名)${END}`,
  `${SELF}(?:是|到底是)?(?:由|被|让)?(?:谁|哪个?家?(?:人|单位|公司|部门|团队|机构)|什么(?:人|公司|单位))(?:给)?(?:开发|做|造|研发|创造|设计|训练|弄|搞|写|制作|发明)(?:出来)?的?${END}|(?:是)?谁(?:给)?(?:开发|做|造|研发|创造|设计|训练|弄|搞|制作|发明)(?:出来)?(?:了|的)(?:${SELF})${END}|${SELF}的?(?:开发者|主人|作者|老板|创造者|爸爸|妈妈)(?:是谁|叫什么)${END}`,
  `${ONE}(?:背后)?是?(?:用|基于|使用|属于)的?是?(?:什么|哪个|哪家)的?(?:大|ai|语言)?(?:模型|技术|算法|系统|公司)做?的?${END}|${ONE}(?:今年)?(?:几岁|多大(?:年纪|岁数)?)${END}|${ONE}是男[的生孩]?还?是?女[的生孩]?${END}|${ONE}是?(?:住|家住?|从|来自)?在?哪[里儿]?(?:人|来的?)?${END}|${ONE}有(?:感情|意识|灵魂|生命|思想)${YES_NO}|${ONE}是活的吗`,
  `(?:请|先|麻烦|${THEE}|能|可以|能不能|来|做|给我|个|一个|一下){0,4}自我介绍(?:一?下|一哈)?(?:吗|吧|呗|呀)?|(?:请|先|麻烦|${THEE}|能|可以|能不能|给我){0,3}(?:介绍|说说|讲讲|谈谈|说一?说|讲一?讲)(?:一?下)?(?:[你您]?自己|[你您]是谁)(?:吗|吧|呗|呀)?`,
  '(?:who|what) you are|(?:who|what)(?: are|re| r| exactly are)? (?:you|u)(?: exactly| really)?|(?:who|what) am i (?:talking|speaking|chatting|writing) (?:to|with)|whos (?:this|there)|who is this|what(?:s| is) your name|do you have a name|what (?:should|can|do) i call you|introduce yourself|tell me (?:about yourself|who you are)|(?:are )?you(?:re)? real|are you (?:alive|there a human)',
  '(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)|is it) (?:an? |the )?(?:real |actual |live |chat ?)?(?:bot|robot|human|human being|person|people|ai|machine|program|computer|assistant|official|chatgpt|gpt|llm|language model|ai model|government|civil servant|automated)(?: or (?:an? )?(?:real |actual |live |chat ?)?(?:bot|robot|human|person|ai|machine|program|computer))?|(?:who|which company|what company) (?:made|built|created|developed|trained|runs|owns|designed) you',
];

const HELPS = [
  `${OR_THIS}${OFTEN}(?:${MAY}|识|擅长)${FOR_ME}(?:做|干|帮[忙上到]?|搞|回答|解答|答|${ASK})?(?:给?我们?)?${WHAT}${END}|${SELF}${OFTEN}${MAY}${FOR_ME}${TELL}(?:给?我们?)?${WHAT}${END}|${ONE}${OFTEN}(?:会|懂得?|知道|晓得)${FOR_ME}(?:做|干|帮忙?|搞|${ASK}|${TELL})?${WHAT}${END}`,
  `[都还]?${MAY}(?:[为帮给替]我们?)?(?:做|干|回答|解答|答|帮|帮忙|告诉|${ASK})(?:我们?)?${WHAT}${END}|(?:我们?|大家)${OFTEN}(?:${MAY}|该|应该|要|得){0,2}(?:在这[里儿]?)?[跟和向找来]?${THEE}?(?:说|${ASK})${THEE}?${WHAT}${END}|(?:${MAY}|该|应该)[跟和向找]?${THEE}?(?:问|说|咨询|请教)${THEE}?${WHAT}${END}`,
  `都?(?:有|哪些?|什么样?的?)(?:什么样?的?|哪些?|些什么)?(?:问题|内容|东西|事|方面)?是?(?:我|${THEE})?${MAY}(?:${ASK}|回答|帮我?)(?:${THEE})?的?${END}|(?:什么|所有|随便什么)(?:问题)?都?${MAY}(?:问|查|回答)(?:${THEE})?${END}|${MAY}?随便问(?:问)?${END}`,
  `${ONE}(?:都|还)?(?:有|具备)${WHAT}(?:用处?|功能|本事|作用|能力|技能|服务|特长|本领)${END}|(?:都)?有(?:什么|哪些)功能${END}|${OR_THIS}是(?:干|做)(?:什么|嘛)用的?${END}|这个?是(?:干|做)(?:什么|嘛)的${END}|${SELF}(?:的)?(?:功能|用途|作用|用法)(?:是|有)(?:什么|哪些)${END}`,
  `(?:${OR_THIS}|我|到底|究竟|具体|应该|该|要|得|可以|才能){0,3}${HOW}(?:才能?)?(?:用|使用|操作|提问|发问|上手|[向跟和对](?:${THEE})(?:提问|说话?|聊天?|问))(?:${OR_THIS})?(?:才好|才行|才对|法|好)?${END}|(?:我|该|应该|要|得|可以){0,3}${HOW}(?:问|查)(?:${THEE}|这个|问题|才好|才行|才对)?${END}|(?:怎么|如何)(?:玩|弄|开始)${END}|${PROGRAM}${HOW}(?:使|玩|弄|整)${END}|(?:使用|操作)(?:方法|步骤)(?:是什么)?`,
  `我?(?:是|还是|也是)?(?:头一[回次]|第一[回次]|头回|初次|刚|刚刚|才){1,2}(?:来|用|使用?|玩|接触|弄|用到)?(?:这个?|${THEE}|这里)?(?:机器人|东西|玩意儿?)?${SAID}`,
  `我?(?:(?:年纪|岁数)大|上年纪)了${SAID}|我?(?:也|都|还|就|真的?|有点)?不[太大]会${SAID}|我?(?:也|都|还|就|真的?|有点)?(?:不[太大]?会|不懂|(?:[看搞弄]?不懂得?|不知道该?|不晓得|不明白)(?:怎么|如何)|不知道该)(?:用|使|弄|操作|玩|问|提问|使用)(?:什么|乜|这个|${THEE}|好|才好)?${SAID}|我?(?:[弄搞用玩]不(?:会|来|明白|好|了)|(?:不知道|该|应该)从(?:哪[里儿]?|何)(?:问起|开始问|问))${SAID}`,
  `(?:你|您|麻烦|请|谁|来个人|有没有人|快|${MAY}){0,3}(?:教|指导|帮|帮帮|教教|帮助|协助)(?:一下|下)?(?:我|俺)(?:一下|下|个忙|查|查查|查一?下|问题|忙|解答|用|怎么用|操作|使用|点事|件事|看看){0,3}(?:行)?(?:吗|不|么|好吗|吧|呗|呀|行吗|可以吗)?|(?:能|可以|能不能|请)?帮(?:个|一个|下|一下)忙?${END}|(?:我)?需要(?:帮助|帮忙|你的帮助)${SAID}|求(?:助|教|帮忙)${SAID}`,
  `(?:有|有没有|给我?个?|看看?|发个?|查看)?(?:使用|操作|用户|新手)?(?:说明书?|教程|指南|手册|用法|功能|菜单|功能介绍|使用方法|操作指引)${YES_NO}?|(?:使用)?帮助|(?:转|找|要|我要|我想找|帮我转|换|请转|呼叫|接|转接){1,2}(?:一?个)?(?:人工|真人|活人)(?:客服|服务)?${END}|人工(?:客服|服务)`,
  `(?:我们?|大家|咱)?[都还]?${MAY}(?:在这里?|向|跟|找|来)?(?:${THEE})?(?:问|问问|咨询|请教|打听|提|提问|询问|麻烦)(?:${THEE})?(?:一?下下?|几?个|一个|点|些|件|[几两]个){0,2}小?(?:问题|事情?|东西)?儿?${YES_NO}?${END}|(?:问|请教|咨询)(?:${THEE})?(?:一?下|一?个|几个|点)(?:小)?(?:问题|事情?)?儿?[,]?(?:可以|行|好|成|得)(?:吗|不|么)${END}`,
  '\\/?(?:help|start|menu|faq|usage|instructions?|commands?)|(?:can|could|would|will|may) (?:you|u|anyone|someone) (?:please )?help(?: me)?(?: out)?(?: please| with something)?|(?:i )?need (?:some |your )?help|(?:please )?help me(?: out)?(?: please)?',
  'how (?:can|could|do) you help(?: me)?|what (?:else )?(?:can|could|do|will|would) (?:you|u) (?:do|help(?: me)?(?: with)?|answer|know|offer|tell me|cover)(?: for me| here)?|what (?:else )?(?:can|could|should|may|do) i (?:ask|do|say|use)(?: (?:you|here|about|for|this|you about|you here))?|(?:what|which) (?:kinds? of |sorts? of |types? of )?(?:questions?|things|topics|stuff|information) (?:can|could|do|should|may) (?:you|i|we) (?:answer|ask|cover|know|handle|help with|find)(?: (?:you|here|about))?',
  'how (?:do|can|should|to|would) ?(?:i|you|one|we)? ?(?:use|ask|start|begin|get started|operate|work|talk to|talk with|talk)(?: (?:this|it|you|here|questions?|a question|with you|this (?:bot|thing|tool|app|chatbot)))?|how (?:does|do) (?:this|it|you)(?: (?:bot|thing|tool|app|chatbot))? work|what (?:are|re) your (?:features|functions|capabilities|abilities|skills)|what (?:is|s) (?:this|this bot|this thing) for|(?:can|could|may) i (?:ask|bother) you(?: (?:something|a question|some questions|a few questions|anything))?|(?:can|may) i ask (?:a|some|any) questions?',
];

/** From the weakest to the strongest: a message of several phrases is what its strongest one is. */
const PHRASES: readonly (readonly [kind: Reason | 'filler', form: RegExp])[] = [
  ['filler', whole(FILLERS)],
  ['acknowledgement', whole(ACKNOWLEDGEMENTS)],
  ['greeting', whole(GREETINGS)],
  ['thanks', whole(THANKS)],
  ['goodbye', whole(GOODBYES)],
  ['help', whole(HELPS)],
  ['identity', whole(IDENTITY)],
];

/** What accompanies small talk as a clause of its own only: 机器人能做什么 asks about robots, 可行吗 about a plan. */
const ASIDE = whole([ADDRESSED, '(?:可以|行|好|方便|成)吗|行不行|可以不']);
/** Signs sent instead of words. */
const SIGNS: readonly (readonly [Reason, RegExp])[] = [
  ['greeting', /[👋🙋]/u],
  ['thanks', /[🙏💐🌹🌷]/u],
  ['acknowledgement', /[👌👍💪👏😊😄😁🤝🆗✅]/u],
];
const DRAWN = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu;
/** Drawn faces as messengers write them out. */
const FACES =
  /\[(?:微笑|呲牙|强|抱拳|玫瑰|ok|握手|合十|偷笑|愉快|再见|鼓掌|憨笑|害羞|爱心|捂脸|笑哭|比心|赞|加油|鲜花|鞠躬|旺柴|可爱|调皮|拥抱|胜利)\]/giu;
/** Ends of sentences and clauses; no phrase goes over one. */
const STOP = /[,，.。!！?？;；:：、…~～]+/gu;
/** What else is not spoken; a percent, currency or number sign is. */
const SILENT = /[\s'"“”‘’()（）\-—_·`^|<>《》「」【】]+/gu;

/** The kind of small talk a normalised message is from end to end, null where some of it may ask something. */
export function recogniseSmallTalk(text: string): Reason | null {
  const spoken = text
    .replace(FACES, '')
    .replace(DRAWN, '')
    .replace(/(?<=[a-z])['’](?=[a-z])/giu, '');
  // 哈哈哈哈哈哈 → 哈哈哈
  const short = spoken.replace(/(\P{N})\1{3,}/gu, '$1$1$1');
  if (short.length > LONGEST_MESSAGE) return null;
  const clauses = short
    .split(STOP)
    .map((clause) => clause.replace(SILENT, ' ').replace(/(?<![a-z0-9]) | (?![a-z0-9])/gi, ''))
    .filter((clause) => clause !== '');
  if (clauses.length === 0) return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
  let strongest = 0;
  for (const clause of clauses) {
    const rank = ASIDE.test(clause) ? 0 : rankOf(clause);
    if (rank < 0) return null;
    strongest = Math.max(strongest, rank);
  }
  const kind = PHRASES[strongest]?.[0] ?? 'filler';
  return kind === 'filler' ? null : kind;
}

/** Where in PHRASES the strongest phrase of a clause stands, -1 where phrases do not cover the whole clause. */
function rankOf(clause: string): number {
  if ((clause.match(/\P{ASCII}/gu)?.length ?? 0) > LONGEST_CLAUSE) return -1;
  const ranks: number[] = new Array(clause.length + 1).fill(-1);
  ranks[0] = 0;
  for (let start = 0; start < clause.length; start += 1) {
    const before = ranks[start] ?? -1;
    if (before < 0) continue;
    if (clause[start] === ' ') {
      ranks[start + 1] = Math.max(ranks[start + 1] ?? -1, before);
      continue;
    }
    const longest = /^[a-z]/i.test(clause.slice(start)) ? LONGEST_PHRASE.latin : LONGEST_PHRASE.han;
    for (let end = start + 1; end <= Math.min(clause.length, start + longest); end += 1) {
      if (/[a-z]{2}/i.test(clause.slice(end - 1, end + 1))) continue;
      const phrase = clause.slice(start, end);
      const rank = PHRASES.findLastIndex(([, form]) => form.test(phrase));
      if (rank >= 0) ranks[end] = Math.max(ranks[end] ?? -1, before, rank);
    }
  }
  return ranks[clause.length] ?? -1;
}

function whole(forms: readonly string[]): RegExp {
  return new RegExp(`^(?:${forms.join('|')})$`, 'i');
}
