/** What a message may want of a bot that knows one report; `report` is a question to it. */
export const INTENTS = [
  'report',
  'errand',
  'complaint',
  'emergency',
  'opinion',
  'off-topic',
  'injection',
  'privacy',
  'smalltalk',
] as const;

export type Intent = (typeof INTENTS)[number];

/** How likely a message wants each; the nine add up to 1. */
export type IntentProbabilities = Readonly<Record<Intent, number>>;

/** Tells what a normalised message that stands alone wants. */
export type ReadIntent = (message: string) => Promise<IntentProbabilities>;
