/** A longer message has something to say beside the abuse. */
const LONGEST_MESSAGE = 40;
/** Words that are abuse of whoever they are said to. */
const ABUSE =
  /傻[逼比叉Xx]|煞笔|沙雕|(?<!装)傻(?:子|瓜|蛋|帽)|笨蛋|蠢(?:货|猪|蛋|材|驴)|废物|饭桶|滚(?:$|蛋|开|犊子|远|一边)|王八|混蛋|操(?:你|他)|(?:你|他|尼)妈(?:的|逼)|草泥马|去死|去你的|神经病|脑残|智障|弱智|白痴|脑子(?:进水|有病|坏)|狗屁|放屁|(?:垃圾|破|烂)(?:机器人|程序|系统|软件|玩意儿?|东西|ai)|(?:你|机器人|客服|程序).{0,6}(?:真|太|好|怎么这么|这么|就是个?|是个)(?:笨|蠢|傻|差劲|差|烂|没用|垃圾)|\b(?:fuck|shit|idiot|moron|dumb|asshole|bullshit|shut up)\b|piece of (?:junk|shit|crap|garbage)|\b(?:you|bot|robot)\b.{0,12}\b(?:useless|stupid|worthless|garbage|trash|suck)|\b(?:useless|stupid|worthless) (?:bot|robot|machine|thing)/i;
/** What stands beside abuse without asking for anything. */
const SCOLDING =
  /^(?:你|您|你们|这|这个|真是|什么|啥|问|都|就|我|气|烦|死|了|我了|人|也|不会|不懂|不知道|答不上来|答非所问|没用|一问三不知|无语|什么都|听不懂|人话|机器人){1,8}$/u;
const STOP = /[,，.。!！?？;；:：、…~～\s]+/u;

/** Whether a normalised message is abuse from end to end: with a question in it, the question is answered. */
export function isAbuse(text: string): boolean {
  if (text.length > LONGEST_MESSAGE || !ABUSE.test(text)) return false;
  // English parts its words, not its clauses, by white space.
  const clauses = /\p{Script=Han}/u.test(text) ? text.split(STOP) : text.split(/[,.!?;]+/u);
  return clauses.every((clause) => clause === '' || ABUSE.test(clause) || SCOLDING.test(clause));
}
