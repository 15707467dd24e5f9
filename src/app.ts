import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Collaborators, createAnswerQuestion } from './answer/answer-question.ts';
import { compose } from './answer/compose.ts';
import { decide } from './answer/decide.ts';
import {
  type DecisionModel,
  type FittedTo,
  readDecisionModel,
  uncalibratedModel,
} from './answer/decision-model.ts';
import { createJudge } from './answer/judge.ts';
import { createWordWeight } from './answer/word-weights.ts';
import type { Config } from './config.ts';
import { confidenceAt, scoreOf } from './domain/confidence-curve.ts';
import type { Stamps } from './domain/receipt.ts';
import type { Report, Sentence } from './domain/report.ts';
import type { AnswerQuestion } from './domain/trace.ts';
import { parseReport } from './ingest/parse-report.ts';
import { readCorpus } from './ingest/read-corpus.ts';
import { createEncoder } from './models/create-encoder.ts';
import { createReranker } from './models/create-reranker.ts';
import type { Encoder } from './models/encoder.ts';
import { createIntentReader, type IntentHead, readIntentHead } from './models/intent-head.ts';
import { rememberEncodings } from './models/remember-encodings.ts';
import type { Reranker } from './models/reranker.ts';
import { createTypoRepair } from './question/repair-typos.ts';
import { type Aliases, COMMON_ALIASES, createOtherNames, createWordings } from './question/wordings.ts';
import { createRetriever } from './retrieval/create-retriever.ts';
import { buildIndex } from './search-index/build-index.ts';
import { INDEX_SCHEMA_VERSION, readIndexManifest } from './search-index/index-manifest.ts';
import { openIndex } from './search-index/open-index.ts';
import type { ReportToIndex, SearchIndex } from './search-index/search-index.ts';
import { sentenceText } from './search-index/sentence-text.ts';
import { staleReason } from './search-index/stale-reason.ts';
import { createTokenizer, type Tokenizer } from './text/tokenize.ts';

const HITS_SHOWN = 8;

/** What the commands are told while the parts start: for staff, on stderr. */
export interface Notices {
  /** One line: what is done and why. */
  readonly say: (line: string) => void;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly onFault?: (fault: unknown) => void;
}

/** Without the calibration file only features and scores mean something, no verdict. */
export type Calibration = 'calibrated' | 'uncalibrated';

export interface App {
  readonly answerQuestion: AnswerQuestion;
  /** What the answers depend on. */
  readonly stamps: Stamps;
  /** The same app answering from another probability on, 0…1, than the calibrated one. */
  withThreshold(threshold: number): Pick<App, 'answerQuestion' | 'stamps'>;
  /** Sentences that hold the words, best first. */
  searchReport(words: string): readonly { readonly report: Report; readonly sentence: Sentence }[];
  readonly reports: readonly Report[];
  readonly index: SearchIndex;
  readonly encoder: Encoder;
  /** What a calibration is stamped with. */
  readonly fittedTo: FittedTo;
  close(): Promise<void>;
}

/** What answers are made of. */
export interface Parts {
  readonly reports: readonly Report[];
  readonly encoder: Encoder;
  readonly reranker: Reranker;
  readonly index: SearchIndex;
  readonly model: DecisionModel;
  readonly intents: IntentHead;
  readonly tokenizer: Tokenizer;
  readonly aliases: Aliases;
}

/**
 * Reads the corpus, loads the encoder, builds the index where it is missing or stale, and wires the way of a
 * question. Throws WenbaoError `interrupted` when `signal` fires while the index is built.
 */
export async function startApp(
  config: Config,
  notices: Notices,
  signal?: AbortSignal,
  calibration: Calibration = 'calibrated',
): Promise<App> {
  const { parts, stamps } = await loadParts(config, notices, signal, calibration);
  return wire(parts, stamps, notices);
}

/** As `startApp`, before anything is wired; the index and the models are open: `closeParts` closes them. */
export async function loadParts(
  config: Config,
  notices: Notices,
  signal?: AbortSignal,
  calibration: Calibration = 'calibrated',
): Promise<{ readonly parts: Parts; readonly stamps: Stamps }> {
  const reports = await readReports(config);
  const { encoder, reranker } = await startModels(config, notices);
  try {
    const inputs = { directory: config.INDEX_DIR, reports, encoder };
    const reason = await staleReason(inputs);
    if (reason !== null) {
      notices.say(`Building the index: ${reason}.`);
      await ingest(config, reports, encoder, notices, signal);
    }
    const index = await openIndex(inputs);
    const fittedTo: FittedTo = {
      encoderId: encoder.id,
      rerankerId: reranker.id,
      indexSchemaVersion: INDEX_SCHEMA_VERSION,
    };
    const model =
      calibration === 'calibrated'
        ? await readDecisionModel(join(config.MODELS_DIR, 'calibration.json'), fittedTo)
        : uncalibratedModel(fittedTo);
    const intents = await readIntentHead(join(config.MODELS_DIR, 'intents.json'), encoder);
    const stamps = {
      report: hash(reports.map(({ report, sha256 }) => [report.id, sha256])),
      model: `${encoder.id} ${reranker.id}`,
      index: hash((await readIndexManifest(config.INDEX_DIR))?.files),
      calibration: hash([model, intents.classes]),
      configuration: calibration === 'calibrated' ? 'threshold as calibrated' : calibration,
    };
    const parts = {
      reports: reports.map(({ report }) => report),
      ...{ encoder, reranker, index, model, intents },
      tokenizer: createTokenizer(),
      aliases: COMMON_ALIASES,
    };
    return { parts, stamps };
  } catch (fault) {
    await closeModels({ encoder, reranker });
    throw fault;
  }
}

type Models = Pick<Parts, 'encoder' | 'reranker'>;

/** What `loadParts` opened. */
export async function closeParts({ index, ...models }: Pick<Parts, 'index' | keyof Models>): Promise<void> {
  index.close();
  await closeModels(models);
}

async function closeModels({ encoder, reranker }: Models): Promise<void> {
  await Promise.all([encoder.close(), reranker.close()]);
}

/** Both models, or neither left running. */
async function startModels(config: Config, notices: Notices): Promise<Models> {
  const encoder = await startEncoder(config, notices);
  try {
    const reranker = await createReranker({
      modelsDirectory: config.MODELS_DIR,
      onRestart: (reason) => notices.say(reason),
    });
    return { encoder, reranker };
  } catch (fault) {
    await encoder.close();
    throw fault;
  }
}

/** Builds the index anew; throws WenbaoError `interrupted` when `signal` fires, the old index untouched. */
export async function rebuildIndex(
  config: Config,
  notices: Notices,
  signal?: AbortSignal,
): Promise<readonly Report[]> {
  const reports = await readReports(config);
  const encoder = await startEncoder(config, notices);
  try {
    await ingest(config, reports, encoder, notices, signal);
    return reports.map(({ report }) => report);
  } finally {
    await encoder.close();
  }
}

async function readReports(config: Config): Promise<ReportToIndex[]> {
  const files = await readCorpus(config.CORPUS_DIR);
  return files.map((file) => ({ report: parseReport(file), sha256: file.sha256 }));
}

function startEncoder(config: Config, notices: Notices): Promise<Encoder> {
  return createEncoder({
    modelsDirectory: config.MODELS_DIR,
    name: config.MODEL_NAME,
    ...(config.MODEL_HOST === undefined ? {} : { remoteHost: config.MODEL_HOST }),
    onRestart: (reason) => notices.say(reason),
  });
}

async function ingest(
  config: Config,
  reports: readonly ReportToIndex[],
  encoder: Encoder,
  notices: Notices,
  signal?: AbortSignal,
): Promise<void> {
  await buildIndex({
    reports,
    encoder,
    directory: config.INDEX_DIR,
    ...(notices.onProgress === undefined ? {} : { onProgress: notices.onProgress }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function wire(parts: Parts, stamps: Stamps, notices: Notices): App {
  const { reports, encoder, index, model } = parts;
  let closing = false;
  const collaborators = wireCollaborators(parts, (fault) => {
    // A question that the end cut off is no fault to tell.
    if (!closing) notices.onFault?.(fault);
  });
  return {
    answerQuestion: createAnswerQuestion(collaborators),
    stamps,
    withThreshold: (threshold) => ({
      answerQuestion: createAnswerQuestion({ ...collaborators, threshold }),
      stamps: { ...stamps, configuration: `threshold ${threshold}` },
    }),
    searchReport: (words) => index.lexical(words, HITS_SHOWN).flatMap(({ id }) => index.sentences[id] ?? []),
    reports,
    index,
    encoder,
    fittedTo: model,
    async close() {
      closing = true;
      await closeParts(parts);
    },
  };
}

/** The steps of the way of a question, each with what it works on; `onFault` is told of what became a Failure. */
export function wireCollaborators(parts: Parts, onFault: (fault: unknown) => void): Collaborators {
  const { reports, index, model, intents, tokenizer, aliases } = parts;
  const encoder = rememberEncodings(parts.encoder);
  const weight = createWordWeight(
    index.sentences.map(({ report, sentence }) => sentenceText(report, sentence)),
  );
  const corpusText = reports.map(({ text }) => text).join('\n');
  const aliased = createWordings(aliases, corpusText);
  const abbreviations = Object.values(aliases).flatMap((sayings) =>
    sayings.filter((saying) => /^[a-z]+$/iu.test(saying)),
  );
  const known = new Set([...tokenizer.words(corpusText), ...abbreviations]);
  const repair = createTypoRepair([...known], corpusText, tokenizer.pieces);
  const wordings = (question: string): [string, ...string[]] => {
    const repaired = repair(question);
    return repaired === null ? aliased(question) : [question, ...aliased(repaired)];
  };
  return {
    readIntent: createIntentReader(intents, encoder),
    retrieve: createRetriever({ index, encoder, reranker: parts.reranker }),
    judge: createJudge({
      ...{ index, model, tokenizer, weight },
      otherNames: createOtherNames(aliases, corpusText),
    }),
    decide,
    compose,
    reader: { segment: tokenizer.words, facts: latest(reports).facts, wordings },
    reports,
    threshold: model.threshold,
    confidence: (probability: number) => confidenceAt(model.confidence, scoreOf(probability)),
    now: () => performance.now(),
    onFault,
  };
}

/** The first 12 hex digits of the sha256: enough to tell two versions of a thing apart. */
function hash(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(content ?? null))
    .digest('hex')
    .slice(0, 12);
}

/** 今年 is counted from the newest report of the corpus. */
function latest(reports: readonly Report[]): Report {
  const [first, ...rest] = reports;
  if (first === undefined) throw new Error('a corpus without reports was let through');
  const year = ({ facts }: Report) => facts.yearPlanned ?? facts.yearReviewed ?? 0;
  return rest.reduce((newest, report) => (year(report) > year(newest) ? report : newest), first);
}
