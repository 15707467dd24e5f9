/** What stands in the place of personal data: no word, so that nothing is searched for it. */
export const MASK = '***';

/** Full-width forms are read like the others; both have one UTF-16 unit, so that offsets stay. */
const FULL_WIDTH = /[！-～]/gu;
const FULL_WIDTH_DISTANCE = 0xfee0;

const DIGIT_BEFORE = '(?<![\\d.])';
const DIGIT_AFTER = '(?![\\d])';
const GAP = '[ \\u3000-]?';
const HAN = '\\p{Script=Han}';
/** 12 or 十二, 十二-3. */
const NUMBER = '(?:\\d{1,5}(?:-\\d{1,4})?|[一二三四五六七八九十百零〇]{1,5})';
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

/** 身份证号: region, day of birth, serial number, check character. */
const IDENTITY_CARD = `${DIGIT_BEFORE}\\d{6}${GAP}(?:18|19|20)\\d{2}${GAP}(?:0\\d|1[0-2])(?:[0-2]\\d|3[01])${GAP}\\d{3}[\\dXx]${DIGIT_AFTER}`;
/** 手机号, alone or after +86. */
const MOBILE = `(?<!\\d)(?:(?:\\+|00)?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}${DIGIT_AFTER}`;
/** 座机: only with its area code, so that 12345 and 110 stay. */
const LANDLINE = `${DIGIT_BEFORE}(?:\\(0\\d{2,3}\\)|0\\d{2,3}[ -])\\d{7,8}${DIGIT_AFTER}`;
/** 银行卡号 and whatever else is that long: no figure of a report has so many digits in a row. */
const LONG_NUMBER = `${DIGIT_BEFORE}(?:\\d{4}[ -]\\d{4}[ -]\\d{4}[ -]\\d{4}(?:[ -]\\d{1,3})?|\\d{15,19}[Xx]?)${DIGIT_AFTER}`;
/** A number spelt out: 一三八零零…, 幺三八. */
const SPELT_OUT = '[零〇一二三四五六七八九幺]{11,18}';
const EMAIL = '[\\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}';
/** 车牌, with five or six characters of which one is a digit at least. */
const PLATE = `[${PROVINCES}][A-HJ-Za-hj-z][·•. ]?(?=[A-Za-z]{0,5}\\d)[A-HJ-NP-Za-hj-np-z0-9]{4,5}(?:[A-HJ-NP-Za-hj-np-z0-9]|[挂学警港澳])(?![A-Za-z0-9])`;
/** What follows the number of a house: a building, a unit, a storey, a room. */
const WITHIN = `(?:${NUMBER}(?:号楼|号院|栋|幢|座|单元|层|楼|室|号))*`;
/** 人民路12号3号楼2单元501: a street and a number, unless 号 goes on as the name of something (3号线). */
const STREET = `${HAN}{1,8}?(?:大街|大道|胡同|路|街|巷|弄|里弄)[ ]?${NUMBER}号(?!线|路|公路|桥|隧道|井|机|炉|文|令|公告|厂房|泵|坝|闸|段|标)${WITHIN}(?:\\d{2,4}(?:室|号)?)?`;
/** 幸福小区3号楼2单元501室: needs a unit with a number behind it, or a room. */
const ESTATE = `(?:${HAN}{1,8}?)?${NUMBER}(?:号楼|号院|栋|幢|座|号)${GAP}${NUMBER}单元(?:${NUMBER}(?:层|楼))?${GAP}(?:\\d{1,4}(?:室|号)?|[东西中]户)`;
const ROOM = `${HAN}{1,8}?${NUMBER}(?:号楼|栋|幢|座)${GAP}\\d{3,4}(?:室|房(?![屋间产]))`;
/** 东风村三组12号. */
const VILLAGE = `${HAN}{1,6}?(?:村|屯|庄|社区)${NUMBER}(?:组|队|社)${NUMBER}号`;

const PERSONAL = new RegExp(
  [EMAIL, IDENTITY_CARD, LONG_NUMBER, MOBILE, LANDLINE, SPELT_OUT, PLATE, STREET, ESTATE, ROOM, VILLAGE].join(
    '|',
  ),
  'gu',
);

/**
 * A text with *** in the place of each 身份证号, 手机号 and 座机, 银行卡号, 邮箱, 车牌 and detailed 住址. Figures as
 * reports have them stay: 1,200万元, 3号线, 30栋120户.
 */
export function maskPersonalData(text: string): string {
  const folded = text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_DISTANCE),
  );
  let masked = '';
  let from = 0;
  for (const match of folded.matchAll(PERSONAL)) {
    masked += text.slice(from, match.index) + MASK;
    from = match.index + match[0].length;
  }
  return masked + text.slice(from);
}
