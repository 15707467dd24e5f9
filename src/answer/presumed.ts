import { claimsOf } from './premise-claims.ts';

/** Asks about something that is taken to be so. */
const ASKS_WHY =
  /(?:这|那|到底|究竟|都)*(?:是)?(?:为啥|为什么|为何|凭什么|凭啥|[怎咋][么]?(?:会|就|才|这么|那么|回事|搞的)|靠的?(?:什么|啥)|(?:什么|啥)原因|原因(?:是什么|在哪)|差在哪)/u;
const OPENS = /^(?:听说|据说|说是|那|我看|都说)+/u;
const GRANTED = /既然/gu;

/**
 * What a question that asks why or how takes to be so, put as a question of its own: 去年经济才涨6个点，为啥这么低 →
 * 去年经济才涨6个点，是吗. Null where it presumes no figure.
 */
export function presumed(text: string): string | null {
  const clauses = text.split(/[,，。；;!！?？]/u);
  const asking = clauses.findIndex((clause) => ASKS_WHY.test(clause));
  if (asking < 0) return null;
  const own = (clauses[asking] ?? '').replace(ASKS_WHY, '');
  const claimed = [...clauses.slice(0, asking), own].findLast((clause) =>
    claimsOf(clause).some(({ counted }) => !counted),
  );
  return claimed === undefined ? null : `${claimed.trim().replace(GRANTED, '').replace(OPENS, '')}，是吗`;
}
