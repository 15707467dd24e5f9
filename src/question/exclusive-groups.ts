import { FAMILIES_OF_ECONOMY } from './families-of-economy.ts';
import { FAMILIES_OF_GOVERNING } from './families-of-governing.ts';
import { FAMILIES_OF_PEOPLE } from './families-of-people.ts';

/** All groups that exclude each other, a family for each kind. */
export const FAMILIES = [...FAMILIES_OF_PEOPLE, ...FAMILIES_OF_ECONOMY, ...FAMILIES_OF_GOVERNING];

/** How a group is named that a short message asks of instead: 城里人, 往国外投出去的. */
const LONGEST_NAME = 8;

/**
 * The earlier question with the group that `name` names in the place of the one that it excludes: 城里人 after
 * 农村居民收入涨多少 → 城里人居民收入涨多少; null where neither names one of a kind.
 */
export function withOtherGroup(name: string, previous: string): string | null {
  const group = name.replace(/的$/u, '');
  if (group.length > LONGEST_NAME) return null;
  for (const { members, all } of FAMILIES) {
    const own = members.filter((member) => member.test(group));
    const others = members.filter((member) => !own.includes(member) && member.test(previous));
    const [other] = others;
    if (own.length === 0 || other === undefined || others.length > 1) continue;
    if (all?.test(group) === true || own.some((member) => member.test(previous))) continue;
    // 农村人 → 城里人, and no 城里人人.
    const said = group.endsWith('人')
      ? new RegExp(`(?:${other.source})(?:人(?!均|口|民|员|数))?`, other.flags)
      : other;
    return previous.replace(said, group);
  }
  return null;
}
