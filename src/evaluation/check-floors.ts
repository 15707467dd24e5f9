import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, WenbaoError } from '../errors.ts';
import { schemaProblem } from './case-schema.ts';
import type { Summary } from './summarise.ts';

const share = z.number().min(0).max(1);

/** The least share of test cases that must pass, of all and of each class; 0…1. */
const floorsSchema = z.strictObject({ total: share, classes: z.record(z.string(), share) });

export type Floors = z.infer<typeof floorsSchema>;

/** @throws WenbaoError `cases` where the file is missing or says something else. */
export async function readFloors(path: string): Promise<Floors> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const reason = messageOf(cause);
    throw new WenbaoError(
      'cases',
      `Cannot read the floors in ${path}: ${reason}. It holds {"total": 0.9, "classes": {"figure": 0.9}}.`,
      cause,
    );
  }
  const parsed = floorsSchema.safeParse(value);
  if (!parsed.success) throw new WenbaoError('cases', `${path}: ${schemaProblem(parsed.error)}`);
  return parsed.data;
}

/**
 * What lies below its floor, each in a line. Classes that were not asked are not judged, nor the total
 * when only some classes were.
 */
export function belowFloors(summary: Summary, floors: Floors, allClasses: boolean): readonly string[] {
  const rates = summary.classes.map((score) => ({
    name: score.class,
    rate: score.bySplit.test,
    floor: floors.classes[score.class],
  }));
  if (allClasses) rates.push({ name: 'all', rate: summary.total.bySplit.test, floor: floors.total });
  return rates.flatMap(({ name, rate, floor }) =>
    floor !== undefined && rate.share !== null && rate.share < floor
      ? [
          `${name}: ${(rate.share * 100).toFixed(1)}% of ${rate.of} test cases, the floor is ${(floor * 100).toFixed(1)}%`,
        ]
      : [],
  );
}
