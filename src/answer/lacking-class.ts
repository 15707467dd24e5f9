import type { Question } from '../domain/question.ts';

/** What asks for one of a small class of things, and how its members are told. */
const CLASSES: readonly (readonly [name: string, asked: RegExp, told: RegExp])[] = [
  ['a grade of a school', /[几哪](?:一|些|几)?个?年级/u, /年级|学段|起始|小学|初中|高中/u],
  [
    'an age of history',
    /[哪什么](?:一个?|个)?(?:朝代?|年代)/u,
    /朝|代(?![表理替价码])|世纪|年间|始建|建于|古|[千百]年/u,
  ],
  [
    'a subject that is taught',
    /(?:[哪几](?:一?[门个]|些)?|什么)(?:课(?!题|后|改|桌|本|堂|间)|学科|科目)/u,
    /语文|数学|[英外]语|物理|化学|生物|历史|地理|政治|思政|音乐|美术|体育|课|科/u,
  ],
  ['a day of the week', /(?:星期|周|礼拜)几/u, /(?:星期|周|礼拜)[一二三四五六日末天]|双休|工作日|节假日/u],
  ['a colour', /(?:什么|哪种|[啥])颜色/u, /[红黄蓝绿白黑紫橙灰金银]/u],
  [
    'a number to call',
    /(?:电话|热线|号码)(?:号码)?(?:是|打)?(?:多少|几)|打(?:什么|哪个|几号)(?:电话|热线)/u,
    /\d{3,}/u,
  ],
  ['an age', /(?:多大|几)(?:年纪|岁数|年龄)|(?:年纪|年龄)(?:是|有)?(?:多大|多少)/u, /岁|年龄|周年/u],
  [
    'what was got back',
    /(?:追|挽|讨)回[^,，]{0,8}(?:多少|几)|(?:多少|几)[^,，]{0,10}(?:追|挽|讨)回/u,
    /[追挽返退讨]|[补清拿要]回|清[偿欠]|补发|冻结|止付|解决/u,
  ],
];

/**
 * One of a class is asked for (几年级, 哪个朝代, 哪门课, 追回多少) and the sentence tells of none, in a few words for staff: 廊桥是哪个朝代修的
 * is not told by 廊桥完成修缮. Null where it may be told.
 */
export function lackingClass({ text }: Pick<Question, 'text'>, told: string): string | null {
  const lacking = CLASSES.find(([, asked, members]) => asked.test(text) && !members.test(told));
  return lacking === undefined ? null : `${lacking[0]} is asked for and the sentence tells none`;
}
