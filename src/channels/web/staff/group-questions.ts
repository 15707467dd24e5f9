import type { Exchange } from '../../../domain/exchange.ts';
import { characterPairs } from '../../../text/character-pairs.ts';

/** Share of neighbouring characters that two questions have in common to be called alike. */
const ALIKE = 0.4;

/** Questions that are alike: the newest stands for them. */
export interface QuestionGroup {
  readonly first: Exchange;
  readonly count: number;
  readonly others: readonly string[];
}

/** Groups questions by the pairs of characters that they share, the largest group first. */
export function groupQuestions(exchanges: readonly Exchange[]): readonly QuestionGroup[] {
  const groups: { readonly members: [Exchange, ...Exchange[]]; readonly pairs: ReadonlySet<string> }[] = [];
  for (const exchange of exchanges) {
    const pairs = pairsOf(exchange.question);
    const group = groups.find((each) => likeness(each.pairs, pairs) >= ALIKE);
    if (group === undefined) groups.push({ members: [exchange], pairs });
    else group.members.push(exchange);
  }
  return groups
    .map(({ members: [first, ...rest] }) => ({
      first,
      count: rest.length + 1,
      others: [...new Set(rest.map(({ question }) => question))].filter(
        (question) => question !== first.question,
      ),
    }))
    .sort((one, other) => other.count - one.count);
}

/** Shared pairs over all pairs of both, 0…1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

function pairsOf(question: string): ReadonlySet<string> {
  const letters = question.replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = characterPairs(letters);
  return new Set(pairs.length === 0 && letters !== '' ? [letters] : pairs);
}
