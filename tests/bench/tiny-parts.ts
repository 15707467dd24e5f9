import type { Parts } from '../../src/app.ts';
import { INTENTS, type Intent } from '../../src/domain/intent.ts';
import type { Report } from '../../src/domain/report.ts';
import type { IntentHead } from '../../src/models/intent-head.ts';
import { MODEL, TOKENIZER } from '../answer/make-reading.ts';
import { CHARACTER_ENCODER } from '../retrieval/character-encoder.ts';
import { CHARACTER_RERANKER } from '../retrieval/character-reranker.ts';
import { createMemoryIndex } from '../retrieval/memory-index.ts';

/** What answers about a report are made of, by an encoder that knows characters only and a head that takes all for `intent`. */
export function tinyParts(report: Report, intent: Intent = 'report'): Parts {
  return {
    reports: [report],
    encoder: CHARACTER_ENCODER,
    reranker: CHARACTER_RERANKER,
    index: createMemoryIndex([report]),
    model: MODEL,
    intents: headFor(intent),
    tokenizer: TOKENIZER,
    aliases: { 地区生产总值: ['gdp'] },
  };
}

function headFor(certain: Intent): IntentHead {
  const each = <Value>(value: (intent: Intent) => Value) =>
    Object.fromEntries(INTENTS.map((intent) => [intent, value(intent)])) as Record<Intent, Value>;
  return {
    schemaVersion: 1,
    encoderId: CHARACTER_ENCODER.id,
    classes: each((intent) => ({ intercept: intent === certain ? 20 : 0, weights: [] })),
    fittedOn: each(() => 0),
    unseen: { messages: 10, right: 1, reportTakenForOther: 0, otherTakenForReport: 0 },
  };
}
