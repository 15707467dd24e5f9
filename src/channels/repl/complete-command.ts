/** Every command of the REPL with what it takes and what it does, in the order of :help. */
const COMMANDS = [
  [':why', '', '上一个回答是怎么来的'],
  [':passage', '[第几条]', '上一条引文所在的段落，标出那一句'],
  [':report', '词语', '在报告里查找'],
  [':keep', '', '回答得对：存为用例'],
  [':bad', '', '回答得不对：存为现在不通过的用例，或记一条备注'],
  [':replay', '回执号', '按回执再问一遍，看是否逐字节相同'],
  [':set', 'threshold 0.6', '只在这次对话里改拒答阈值；threshold default 恢复'],
  [':history', '', '问过的问题'],
  [':reset', '', '忘掉对话'],
  [':help', '', '这份说明'],
  [':quit', '', '退出'],
] as const;

const SETTINGS = [':set threshold ', ':set threshold default'];

/** One line a command. The left column is ASCII or Chinese, so it is counted in columns, not characters. */
export const HELP = COMMANDS.map(([name, takes, does]) => {
  const left = `${name} ${takes}`.trimEnd();
  const wide = left.match(/\p{Script=Han}/gu)?.length ?? 0;
  return `${left}${' '.repeat(Math.max(1, 22 - left.length - wide))}${does}`;
}).join('\n');

/** Tab completion as node:readline asks for it: what the line may become, and the part that it replaces. */
export function completeCommand(line: string): [string[], string] {
  const typed = line.trimStart();
  const colon = /^[:：]/u.exec(typed)?.[0];
  if (colon === undefined) return [[], line];
  const begun = `:${typed.slice(1)}`;
  const known = [
    ...COMMANDS.map(([name, takes]) => (takes === '' || takes.startsWith('[') ? name : `${name} `)),
    ...(begun.startsWith(':set ') ? SETTINGS : []),
  ];
  // The colon stays the one that was typed: readline only adds to what is there.
  const hits = known.filter((each) => each.startsWith(begun) && each !== begun);
  return [hits.map((each) => colon + each.slice(1)), typed];
}
