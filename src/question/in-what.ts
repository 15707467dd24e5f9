/** 症结在什么地方, 短板主要在哪里, 问题出在哪儿: told by what it is, and by no place. */
const IN_WHAT =
  /(?<what>症结|短板|弱项|环节|问题|毛病|难[点处题]|堵点|痛点|差距|不足|瓶颈|关键|根源|优势|亮点|潜力|底气|条件|表现|体现|区别|差别)(?:主要|都|又|究竟|到底|具体|现在|目前|是|出|卡|表现|体现)*在(?:哪里|哪儿|哪(?![些家个方])|什么地方|何处|哪些?(?:地方|方面))/u;

/** What is asked in what it lies (症结在哪里 → 症结), null where no question does. */
export function askedInWhat(text: string): string | null {
  return IN_WHAT.exec(text)?.groups?.what ?? null;
}
