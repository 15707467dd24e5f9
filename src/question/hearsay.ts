/** Who says so, before what is said: 听邻居说, 网上都传, 我记得. */
const SAID_BY =
  /^(?:(?:我|俺|咱)?(?:好像|刚才?|昨天|前两天|之前)?(?:听|据)(?:[^,，。\d]{0,4}?)(?:说|讲|传|闻|称)(?:过)?|传闻|传言|(?:网上|网友|网传|新闻|电视|抖音|群|朋友圈|公众号|媒体|外面|街坊|邻居|同事|朋友|有人|人家|别人|大家)们?(?:[里上]头?)?(?:都|在|跟我|告诉我|老)*(?:说|讲|传|称|写着?)|都(?:说|传)|(?:我|俺|咱)?(?:好像)?(?:记得|记着|(?:的)?印象[里中]?(?:是)?)|(?:我|俺)(?:好像)?(?:看到|看见)(?:说)?)[,，:：\s]*/u;
const IT = '(?:(?:我)?(?:这|那)个?(?:数字?|数据|数目|话|说法|消息|传言|事儿?)?)?(?:到底|究竟)?';
const END = '[呀啊呢]*[?？!！。]*$';
const OPENS = '[,，。!！?？;；\\s]*';
/** Asks behind it whether it is so: 真的假的, 准不准, 没记错吧. */
const WHETHER_SO = new RegExp(
  `${OPENS}${IT}(?:是不?是真的|是?真(?:的)?(?:假的?|还是假的?|是假的?)|是真(?:的)?是假的?|是?真(?:的)?[吗不么吧]|是?否?属实[吗不么]?|属不属实|准不准确?|准确?[吗不么]|准确不准确|可信[吗不么]|可不可信|有(?:没有)?(?:这么?)?回事儿?(?:吗|没有?|不)?|对得上[吗不么]|(?:是)?对不对得上|(?:我)?没(?:记|说|看|听|搞|弄)错吧|(?:我)?(?:记|说)[得的](?:对不对|对[吗不吧]|没错吧|准[吗不吧]|准不准))${END}`,
  'u',
);
/** … of the word of others only; of a plan it asks for an opinion. */
const WHETHER_TRUSTED = new RegExp(`${OPENS}${IT}(?:靠谱[吗不么]|靠不靠谱|靠谱不靠谱)${END}`, 'u');
/** … and takes it not to be. */
const DOUBTED = new RegExp(
  `${OPENS}${IT}(?:是不是|是|怕是|该不会是|不会是)?(?:谣言|谣传|误传|瞎说|瞎编|瞎传|胡说|乱说|乱传|假的|假消息|假新闻|(?:记|说|写|搞|弄)错了)的?[吧吗]?${END}`,
  'u',
);
const ASKS = /多少|几|哪|什么|怎|谁|[吗呢]|为何|是不是|有没有/u;
/** Less than this says nothing that could be so or not. */
const SHORTEST = 4;

/**
 * “听人说优良天数有255天，真的假的” → “优良天数有255天，对吗”: who says so and how it is asked whether it is so are no words
 * of the thing. Other messages come back as they are.
 */
export function withoutHearsay(text: string): string {
  const by = SAID_BY.exec(text)?.[0] ?? '';
  const isTold = by !== '' || /[这那]个?(?:数|话|说法|消息)/u.test(text);
  const [tag] =
    WHETHER_SO.exec(text) ??
    (isTold ? WHETHER_TRUSTED.exec(text) : null) ??
    (/\d/.test(text) ? DOUBTED.exec(text) : null) ??
    [];
  if (tag === undefined) return text;
  const said = text.slice(by.length, text.length - tag.length);
  return said.length < SHORTEST || ASKS.test(said) ? text : `${said},对吗`;
}

/** Whether a message takes what it tells not to be so: 是谣言吧. A bare yes or no would be taken the wrong way. */
export function doubts(message: string): boolean {
  return DOUBTED.test(message) && !WHETHER_SO.test(message);
}
