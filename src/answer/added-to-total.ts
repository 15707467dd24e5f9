import { asksChange } from './asks-change.ts';

/** 现在总共有多少家 */
const ASKS_TOTAL =
  /总(?:共|数|里程|面积|长)|一共|共有|(?:现在|目前|眼下|如今|全[省市国县区])[^，,。]{0,12}?有(?:多少|几)/;
/** 新增30家, 减少300人, 甲厂等5家企业通过认定 */
const CHANGES =
  '[^，。；]{0,12}?(?:新(?:增|培育|认定)|净增|减少)[^，。；]*$|[^，。；]*\\d[^，。；]{0,12}(?:通过|获|被)[^，。；]*(?:认定|评定|命名|授牌|评为)[^，。；]*$';
const ADDS = new RegExp(`^(?:${CHANGES})`, 'u');
/** Also what was made of it, unless that is what is asked: 去年一共造了多少亩林. */
const ASKS_DONE = /[建修造种栽植改治搞弄做干成投拨引招开发救添]/;
const ADDS_OR_MAKES = new RegExp(
  `^(?!.*(?:总[量数]|累计))(?:[^，。；]{0,12}?(?:新[建造植修栽]|新引进|修复|植树|造林)[^，。；]*$|${CHANGES})`,
  'u',
);
/** 关停小水电站36座, unless that is what is asked. */
const CLOSES = /关[停闭]|关掉|退出|淘汰|取缔|拆除?|清退|注销|报废/u;
const TELLS_TOTAL =
  /^(?!.*[率%％]).*(?:总[共计数量里长面规]|共(?!同|建|享)|累计|达|[增升]至|增加到|扩大到|突破|超过|保有|拥有)/u;

/** Whether a total is asked for, and a clause tells only by how much it changed: 现在总共多少家 of 新增30家 or 关停3家. */
export function addsToTotal(asked: string, clause: string): boolean {
  return (
    ASKS_TOTAL.test(asked) &&
    !asksChange(asked) &&
    ((asksDone(asked) ? ADDS : ADDS_OR_MAKES).test(clause) || (CLOSES.test(clause) && !CLOSES.test(asked)))
  );
}

/** A total is asked for, and a clause is none that tells one: 总里程达909公里, but no 覆盖率达到100%. */
export function tellsNoTotal(asked: string, clause: string): boolean {
  return ASKS_TOTAL.test(asked) && !asksChange(asked) && !TELLS_TOTAL.test(clause);
}

/** 去年一共造了多少亩 asks what was done. */
export function asksDone(asked: string): boolean {
  return ASKS_DONE.test(asked);
}
