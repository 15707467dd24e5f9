/** 娃明年上小学，要盖哪几所学校: what people tell of themselves, and ask nothing with. */
const OF_ONESELF =
  /^(?!.*(?:多少|几|什么|哪|吗|怎|问|想|知道|查|告诉))(?=.*(?:[我俺娃]|咱家|家里|孩子|儿子|女儿|闺女|丫头|小子|[大小二]宝|宝宝|[爸妈爷奶孙爹娘舅叔姑姨])).{5,}$/u;

/** 我们家里用的电，…: what is asked about, and nothing told. */
const TOPIC = /的\p{Script=Han}{1,3}[,，]?$/u;

/** 我是轻度残疾，…: who it is asked for. */
const ENTITLED = /^[我俺]是[^,，]*(?:残疾|退役|低保|特困|孤儿|烈属|军属|农民工|退休|下岗)/u;

/** A question without the clauses that only tell of whoever asks; '' where there are no others. */
export function withoutOneself(text: string): string {
  const clauses = text.split(/(?<=[,，。;；\s])/u);
  return clauses
    .filter((clause) => !OF_ONESELF.test(clause) || TOPIC.test(clause) || ENTITLED.test(clause))
    .join('');
}
