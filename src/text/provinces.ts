/** Provinces in one character each, as reports join them: 津冀, 川渝, 粤港澳. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  ...{ 北京: '京', 天津: '津', 河北: '冀', 山西: '晋', 内蒙古: '蒙', 辽宁: '辽', 吉林: '吉', 黑龙江: '黑' },
  ...{ 上海: '沪', 江苏: '苏', 浙江: '浙', 安徽: '皖', 福建: '闽', 江西: '赣', 山东: '鲁', 河南: '豫' },
  ...{ 湖北: '鄂', 湖南: '湘', 广东: '粤', 广西: '桂', 海南: '琼', 重庆: '渝', 四川: '川', 贵州: '黔' },
  ...{
    云南: '滇',
    西藏: '藏',
    陕西: '陕',
    甘肃: '甘',
    青海: '青',
    宁夏: '宁',
    新疆: '疆',
    香港: '港',
    澳门: '澳',
  },
};
const JOINED = Object.values(SHORT_NAMES).join('');

/** A province by its one character beside another one's; null for what is no province. */
export function abbreviated(place: string): RegExp | null {
  const short = SHORT_NAMES[place.replace(/[省市]$/u, '')];
  return short === undefined ? null : new RegExp(`[${JOINED}入至赴援]${short}|${short}[${JOINED}]`, 'u');
}

/** The provinces that something goes to, by their one character: 入粤, 赴疆. */
export function provincesJoined(text: string): readonly { readonly short: string; readonly place: string }[] {
  const found = text.match(new RegExp(`(?<=[入至赴援])[${JOINED}]`, 'gu')) ?? [];
  return found.map((short) => ({
    short,
    place: Object.keys(SHORT_NAMES).find((place) => SHORT_NAMES[place] === short) as string,
  }));
}
