/** Whoever governs, as people call them. */
const GOVERNMENT =
  '(?:政府|国家|公家|官家|官方|上[头面边](?!写)|中央|国务院|[国省市区县旗镇乡街]里|咱[省市区县镇乡]|报告)';
const VERB_NOT_VERB = '(?<verb>[管让准许帮补扶抓兴给出敢提])[不没]\\k<verb>';
/** 管不管, 操心不, 这让搬吗, whoever is meant. */
const CARES =
  '(?:管|让|准|许)不(?:管|让|准|许)(?!人|我)|(?:有人)?管管?[吗不没]|[操上]心[吗不没]|^(?:这|那|还|也|都|就)?(?:让|准|许|允许)(?!人|我|你)\\p{Script=Han}{1,3}[吗不]';
/** 有什么打算, 什么说法. */
const WHAT_IS_MEANT = '什么(?:新|好)?(?:打算|说法|办法|安排|政策|动作|措施|举措|招数?|规定|态度|计划|考虑)';
const HOW_IT_DEALS = '(?:怎么|如何|怎样)(?:说|讲|管|办|治|整|弄|抓|帮|解决|打算|安排|规定|要求|处理|对待)';
/** 你们政府管不管 is told off, and not asked about. */
const TOLD_OFF = /[你您]/u;
const ASKED = new RegExp(
  `${CARES}|${GOVERNMENT}[^,，。]{0,12}?(?:${VERB_NOT_VERB}|[吗不没]$|${WHAT_IS_MEANT}|${HOW_IT_DEALS})`,
  'u',
);
/** What asks for a number or a row before it; 等了多少年都没修 and 赶几个补习班 ask for none. */
const ASKS_BEFORE = /多少(?![年回趟次遍])|哪[些几]|(?:有|是|[了建到过发涨补贴])几|什么时候/u;

/**
 * What a story ends in: 娃班里塞了七十号人,区里管不管 asks what whoever governs does about it, and of what goes before
 * that nothing. Null for any other message.
 */
export function askedOfGovernment(text: string): string | null {
  const clauses = text.replace(/[,，。;；!！?？\s哩呢啊呀嘞嘛呗]+$/u, '').split(/[,，。;；!！?？\s]+/u);
  const last = clauses.pop() ?? '';
  const isAsked = clauses.length > 0 && ASKED.test(last) && !TOLD_OFF.test(last);
  return isAsked && !ASKS_BEFORE.test(clauses.join()) ? last : null;
}
