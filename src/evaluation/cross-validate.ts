import { createHash } from 'node:crypto';

/**
 * Predicts every item by a model that never saw its group (all rows of one case belong together). Groups are
 * dealt to the folds in the order of the hash of their ids, so that the folds are the same on every machine.
 * @returns one prediction an item, in the order of the items.
 */
export function crossValidate<Item, Model>(
  items: readonly Item[],
  folds: number,
  groupOf: (item: Item) => string,
  train: (items: readonly Item[]) => Model,
  predict: (model: Model, item: Item) => number,
): readonly number[] {
  const foldOf = dealGroups([...new Set(items.map(groupOf))], folds);
  const predictions = new Array<number>(items.length).fill(Number.NaN);
  for (let fold = 0; fold < folds; fold += 1) {
    const seen = items.filter((item) => foldOf.get(groupOf(item)) !== fold);
    if (seen.length === items.length) continue;
    const model = train(seen);
    items.forEach((item, index) => {
      if (foldOf.get(groupOf(item)) === fold) predictions[index] = predict(model, item);
    });
  }
  return predictions;
}

/** Mean negative log likelihood of predicted probabilities; lower is better. */
export function logLoss(probabilities: readonly number[], labels: readonly boolean[]): number {
  return mean(
    probabilities.map((probability, index) => {
      const clipped = Math.min(1 - 1e-6, Math.max(1e-6, probability));
      return -Math.log(labels[index] === true ? clipped : 1 - clipped);
    }),
  );
}

function dealGroups(groups: readonly string[], folds: number): ReadonlyMap<string, number> {
  const hash = (group: string): string => createHash('sha256').update(group, 'utf8').digest('hex');
  return new Map(
    groups
      .map((group) => ({ group, order: hash(group) }))
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ group }, index) => [group, index % folds]),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
