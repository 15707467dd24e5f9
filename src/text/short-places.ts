/** Provinces in one character each, as reports join them: 津冀, 川渝, 粤港澳. */
const PROVINCES: Readonly<Record<string, string>> = {
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
/** Countries in one character each, as they are joined to China's: 中日韩, 中美. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ 日本: '日', 韩国: '韩', 朝鲜: '朝', 美国: '美', 俄罗斯: '俄', 英国: '英', 法国: '法', 德国: '德' },
  ...{
    欧盟: '欧',
    欧洲: '欧',
    非洲: '非',
    印度: '印',
    澳大利亚: '澳',
    越南: '越',
    老挝: '老',
    泰国: '泰',
    缅甸: '缅',
  },
  ...{ 新加坡: '新', 马来西亚: '马', 蒙古国: '蒙', 哈萨克斯坦: '哈' },
};
const JOINED = Object.values(PROVINCES).join('');
const ABROAD = Object.values(COUNTRIES).join('');

/** Provinces in one character each, side by side: 晋冀鲁豫. */
export const PROVINCES_JOINED = new RegExp(`[${JOINED}]{2}`, 'u');

/** 苏北, 黔东南: 陕西 is a province, and 成渝中线 and 天津西站 are none of them. */
const PART_OF_PROVINCE =
  /(?:(?<!天)津|(?<!成)渝|[冀晋蒙辽吉沪苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏甘青宁]|陕(?!西))[东西南北中]{1,2}(?![国央学小心等间])/gu;

/** Parts of provinces that a text names by one character and where they lie: 苏北, 黔东南. */
export function partsOfProvinces(text: string): readonly string[] {
  return text.match(PART_OF_PROVINCE) ?? [];
}

/** A province or country by its one character where others are beside it; null for what is neither. */
export function abbreviated(place: string): RegExp | null {
  const province = PROVINCES[place.replace(/[省市]$/u, '')];
  if (province !== undefined) return new RegExp(`[${JOINED}入至赴援]${province}|${province}[${JOINED}]`, 'u');
  const country = COUNTRIES[place];
  return country === undefined ? null : new RegExp(`中[${ABROAD}]{0,3}${country}`, 'u');
}

/** The provinces that something goes to, by their one character: 入粤, 赴疆. */
export function provincesJoined(text: string): readonly { readonly short: string; readonly place: string }[] {
  const found = text.match(new RegExp(`(?<=[入至赴援])[${JOINED}]`, 'gu')) ?? [];
  return found.map((short) => ({
    short,
    place: Object.keys(PROVINCES).find((place) => PROVINCES[place] === short) as string,
  }));
}
