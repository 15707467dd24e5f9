const OFFICE =
  /副?(?:[省市区县州镇乡]长|(?:[省市区县州镇乡厂校]委|支部|总)?书记|主席|主任|部长|厅长|局长|秘书长|检察长|[院校]长|董事长|经理|老板|负责人|法人|设计师|总?指挥(?!部|中心|所|系统|体系)|总工程师|[行会队组馆站所社团河湖路林田链]长|总裁|教练|司令|发言人)/u;
/** Who made a work, and as what: 导演是谁. */
const ROLE =
  /(?<role>导演|主演|编剧|作者|主编|主持人?|创始人|发明人|设计者|歌手)(?:叫|是|为)谁|谁是[^,，]{0,6}?(?<own>导演|主演|编剧|作者|主编|主持人|创始人|发明人|设计者|歌手)/u;
/** 是谁演的 */
const MADE_BY = /谁(?<act>[写演拍导唱画著编])的/u;
const MADE = /[作创著]/u;
/** 谁得了冠军, 谁排第一; not 把谁摆第一位. */
const WINS = /(?<![摆放])第一(?![批个次轮线]|产业|书记|时间|家)|冠军|头名|状元|捧杯|赢|夺[冠魁]|榜首/u;
const WON =
  /第一(?![批个次轮线季]|产业|书记|时间|家)|冠军|居首|首位|榜首|头名|夺|摘|金[牌奖]|[\d一二两三四五六七八九十]金|获/u;
/** 由谁来管 */
const RUN_BY =
  /(?:由|让|交给|归)谁(?:来|去|负责|具体)*(?:管|负责|牵头|监管|主管|运营|经营|打理|统筹|负总责)/u;
const TELLS_WHO_RUNS = /由|牵头|负|管|领导|统筹|组织|[局委归治]|公司|部门|机构|单位|各级|责任|主体|政府/u;

/**
 * What is asked of somebody and a sentence does not tell of anybody, in a few words for staff: 导演是谁 of 电影引发反响, 谁排第一 of
 * 我区位列第二, 基金由谁来管 of 设立基金. Null where it may be told.
 */
export function lackingPerson(asked: string, text: string): string | null {
  if (!namesOffice(asked, text))
    return 'the holder of an office is asked for and the sentence does not name it';
  if (lacksMaker(asked, text)) return 'who made it is asked for and the sentence does not tell';
  if (WINS.test(asked) && !WON.test(text))
    return 'who came first is asked for and the sentence does not tell';
  return RUN_BY.test(asked) && !TELLS_WHO_RUNS.test(text)
    ? 'who is in charge is asked for and the sentence does not tell'
    : null;
}

function lacksMaker(asked: string, text: string): boolean {
  const { role, own } = ROLE.exec(asked)?.groups ?? {};
  const named = role ?? own;
  if (named !== undefined) return !text.includes(named);
  const act = MADE_BY.exec(asked)?.groups?.act;
  return act !== undefined && !text.includes(act) && !MADE.test(text);
}

/** 副区长 is no 区长, and 总书记 no 书记; whoever holds the office is named with it. */
function namesOffice(asked: string, text: string): boolean {
  const [office] = OFFICE.exec(asked) ?? [];
  return (
    office === undefined ||
    new RegExp(
      `(?<!${office.startsWith('副') ? '' : '副'}.?)(?<!总(?=书记))${office}(?!部|中心|所|系统|体系|制)`,
      'u',
    ).test(text)
  );
}
