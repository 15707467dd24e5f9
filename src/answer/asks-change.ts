/** Words with a character of change in them that ask for none: 增加值, 新能源, 高新技术, 加工. */
const NO_CHANGE =
  /增加值|增值税|[创革更高特战]新|新(?:能源|材料|兴|型|区|城|闻|业态|技术|质生产力|产品|农村|时代)|[参附]加|加工|加油|加快|升级/gu;
const CHANGE =
  /增|新|添|涨|加|多了|提高|提升|降|减|跌|(?<!多)少了|升|变化|能多|(?<![最至多])[多少][给拿发补放付交领花掏投等跑走]|提(?:多少|几)|多几|多出|(?<!最)多[^,，。?？多少几]{1,3}几(?:成|个(?:百分)?点)|快|慢|高了|低了|便宜|贵了|省了/;

/** Whether a question asks how something changed rather than how much of it there is. */
export function asksChange(question: string): boolean {
  return CHANGE.test(question.replace(NO_CHANGE, ''));
}
