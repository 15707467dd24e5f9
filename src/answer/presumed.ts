import { withoutOneself } from '../question/of-oneself.ts';
import { claimsOf } from './premise-claims.ts';

/** Asks about something that is taken to be so. */
const ASKS_WHY =
  /(?:这|那|到底|究竟|都)*(?:是)?(?:为啥|为什么|为何|凭什么|凭啥|[怎咋][么]?(?:会|就|才|这么|那么|回事|搞的)|靠的?(?:什么|啥)|(?:什么|啥)原因|原因(?:是什么|在哪)|差在哪)/u;
/** 会不会定高了 */
const WEIGHS =
  /(?:会不会|是不是|算不算|是否)[^,，。?？]{0,6}?(?:太|偏|过于?|(?<=定|说|报|提|订))(?:[高低慢快少多大小久晚]|保守|乐观)/u;
/** 都占到65%了, 上市公司到19家了 */
const GRANTS =
  /都|已经?|才|只有|居然|竟然|整整|足足|(?:[到达有]|[超突][过破]|[增升涨]至)了?[\d.]+[^\d]{1,4}了$/u;
const ASKS_ON = /多少|几|哪|什么|怎|升还是降|还是/u;
const OPENS = /^(?:听说|据说|说是|那|我看|都说)+/u;
const GRANTED = /既然/gu;
const CLAUSE_ENDS = /[,，。；;!！?？]/u;

/**
 * What a question that asks why or how takes to be so, put as a question of its own: 去年经济才涨6个点，为啥这么低 →
 * 去年经济才涨6个点，是吗. Null where it presumes no figure.
 */
export function presumed(text: string): string | null {
  const clauses = text.split(CLAUSE_ENDS);
  const asking = clauses.findIndex((clause) => ASKS_WHY.test(clause) || WEIGHS.test(clause));
  const own = (clauses[asking] ?? '').replace(ASKS_WHY, '');
  const claimed =
    asking < 0
      ? grantedIn(text)
      : [...clauses.slice(0, asking), own].findLast((clause) =>
          WEIGHS.test(clauses[asking] ?? '') ? isMeasured(clause) : hasFigure(clause),
        );
  return claimed === undefined ? null : `${claimed.trim().replace(GRANTED, '').replace(OPENS, '')}，是吗`;
}

/** The clause before a question that grants a figure; what people tell of themselves and how old they are is no claim. */
function grantedIn(text: string): string | undefined {
  const clauses = withoutOneself(text).split(CLAUSE_ENDS);
  const asking = clauses.findLastIndex((clause) => ASKS_ON.test(clause));
  return clauses
    .slice(0, Math.max(0, asking))
    .find(
      (clause) =>
        GRANTS.test(clause) &&
        !ASKS_ON.test(clause) &&
        claimsOf(clause).some(({ counted, kind }) => !counted && kind !== 'duration'),
    );
}

/** Not 又是四大又是五篇, which counts slogans. */
function isMeasured(clause: string): boolean {
  return claimsOf(clause).some(({ kind }) => kind !== 'count');
}

function hasFigure(clause: string): boolean {
  return claimsOf(clause).some(({ counted }) => !counted);
}
