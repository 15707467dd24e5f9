const COUNTED = '[个家名人座所项件条处户位套辆块类种批场趟列张道次天万亿十百千]';
/** What is to be told, and not whether: 能不能说说建几所, 会不会涨到几个点. */
const TELL = '知道|[说讲问查看列写提定到]|告诉|介绍|透露|公布|明确';
const WHETHER = '会不会|能不能|能否|可不可以|可否|要不要|是不是|有没有';
/** 就怕哪天保不住, 哪天摔一跤没人管咋办: some day. */
const SOME_DAY =
  /(?<=怕|万一|说不定|没准儿?|保不齐|不定)哪(?=一?[天年])|(?<![是在从到于])哪(?=一?[天日][^,，。?？]{2,}.*(?:怎么办(?!理)|咋[办整弄]|找谁|谁[管赔出]))/gu;
/** What people tell of themselves up to a few: 村里几户, 我们县几个乡, 才几百人, 想靠它多挣几个. */
const BEFORE_IT = `(?:${[
  '[我俺咱]们?(?:[^,，。几]{0,3}|[^,，。几]{0,7}[省市州县区旗乡镇村片带厂])',
  '[^,，。几]{1,4}(?:里|(?<![要能会想])上|那儿|这儿|那边|这边|那里|这里)',
  '[^,，。几]*(?:才|就|只|[这那]么)',
  '[^,，。几]*[想盼图][^,，。几]*多[^,，。几]{1,2}',
].join('|')})`;
/** A few, and no question how many: 会不会多开几家, 能少盖几个章吗; in what people tell before they ask: 村里几户人家没通水，管不管. */
const A_FEW = new RegExp(
  [
    `(?<=(?:${WHETHER})(?:(?!${TELL})[^,，。?？]){0,10})几(?=${COUNTED})`,
    `(?<=(?:^|[,，。])(?:(?!${TELL})[^,，。])*)几(?=${COUNTED}(?:(?!${TELL})[^,，。])*(?<![对是好行真的可以])(?:吗|没有?|(?<![什怎])么|不)[?？]?$)`,
    `(?<=(?:^|[,，。])${BEFORE_IT})几(?=${COUNTED}(?!有|[^,，。]*有[几多])[^,，。]*[,，].*(?:怎么|如何|吗|(?:不|没有?)[?？]?$|(?<either>.)[不没]\\k<either>))`,
  ].join('|'),
  'gu',
);

/** A question with 些 for what asks nothing in it: 会不会搞些个样板. */
export function withoutIndefinites(text: string): string {
  return text.replace(A_FEW, '些').replace(SOME_DAY, '些');
}
