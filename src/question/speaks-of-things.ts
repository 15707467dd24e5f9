import type { AskedKind, Question } from '../domain/question.ts';

/** Whoever asks or is asked, what is to be done for them and who is left alone: 我妈的低保, 你说, 帮忙查一下, 老人没人管. */
const PERSON =
  /[我俺咱你您恁]|自己|没有?人|[帮替给](?!扶|助|付)|麻烦|邻居|隔壁|家里|书记|主席|[省市区县镇乡村局厅院校]长|领导|主任/u;
/** What is judged or guessed and not told: 值得吗, 合理吗, 这报告能当真吗, 水分不小吧. */
const JUDGED =
  /值|合理|合适|公平|报告|当真|可信|假|划算|靠谱|必要|应该|该不该|意思|有用|前途|搞头|真|最|好不好|对不对|是不是|算不算|太[^,，。]+了|吧[?？]?$/u;
/** Typed as into a search box: 心理咨询, 社区食堂老人吃饭. */
const BARE = /^(?!.*[没不了又吗呢吧啊呀哦哈嘛嘿嗯怎哪谁啥几多])(?!.*什么)\p{Script=Han}{2,8}$/u;
/** 个人信息被卖怎么办 asks what is done against it, 怎么办手续 does not. */
const WHAT_THEN = /(?:怎么办|咋办)[?？]?$/u;
/** 备案忘了做，回来能报吗: what is told before the question is somebody's own case. */
const STORY = /[,，。]/u;
const OF_THINGS: readonly AskedKind[] = ['yesno', 'place'];

/**
 * 异地看病能直接报销吗, 心理咨询: asks of things at large what a report may well tell, of nobody's own case and for
 * nobody's opinion. What such a message reads like counts for less: people ask a counter in the same words.
 */
export function speaksOfThings({ asks, text }: Pick<Question, 'asks' | 'text'>): boolean {
  if (STORY.test(text) || PERSON.test(text) || JUDGED.test(text)) return false;
  return OF_THINGS.includes(asks) || BARE.test(text) || WHAT_THEN.test(text);
}
