import type { Question } from '../domain/question.ts';
import type { Judged } from './decide.ts';

/** A target is taken for what is meant where it is this near to the likeliest. */
const AS_LIKELY = 0.9;

/**
 * The same thing in the other year: of plans the one among the report's targets first, since the measures that
 * follow set figures of their own for a part of it.
 */
export function otherYear(others: readonly Judged[], best: Judged, less: number): Judged | undefined {
  const differing = others.filter(
    (one) => differs(one, best) && one.features.met >= best.features.met - less,
  );
  return differing.find(isTarget) ?? differing[0];
}

/** The likeliest; where a target is asked for, one among the report's targets that is about as likely. */
export function targetFirst({ text }: Question, able: readonly Judged[]): Judged | undefined {
  const [likeliest] = able;
  if (likeliest?.reading.sentence.frame.role !== 'plan' || !/目标/.test(text)) return likeliest;
  return (
    able.find((one) => isTarget(one) && one.probability >= AS_LIKELY * likeliest.probability) ?? likeliest
  );
}

function isTarget({ reading }: Judged): boolean {
  const { sentence, text, ownStart } = reading;
  return (
    sentence.frame.role === 'plan' && /目标|指标/.test(sentence.headingPath.join() + text.slice(0, ownStart))
  );
}

/** One tells of what was done, the other of what is planned. */
export function differs(one: Judged, other: Judged): boolean {
  const [role, otherRole] = [one.reading.sentence.frame.role, other.reading.sentence.frame.role];
  return role !== 'none' && otherRole !== 'none' && role !== otherRole;
}
