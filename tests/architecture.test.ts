import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../src/ingest/parse-report.ts';
import { readCorpus } from '../src/ingest/read-corpus.ts';

/**
 * Which room may import which. `domain` and `errors.ts` are the ground floor and import nothing; an edge that is
 * not here is a decision to be made, and an edge that is here but not in the code is a line to be deleted.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  'errors.ts': [],
  'config.ts': ['errors.ts'],
  text: ['domain'],
  ingest: ['domain', 'errors.ts', 'text'],
  // The intent head gives probabilities of the domain's intents.
  models: ['domain', 'errors.ts'],
  // The index holds the encoder's vectors and compares them.
  'search-index': ['domain', 'errors.ts', 'models', 'text'],
  question: ['domain', 'text'],
  // A retriever is an encoder and an index put together.
  retrieval: ['domain', 'models', 'search-index', 'text'],
  // answer-question.ts tells the whole way of a question; judge.ts reads the sentences that were found.
  answer: ['domain', 'errors.ts', 'question', 'retrieval', 'search-index', 'text'],
  conversation: ['domain', 'errors.ts'],
  // Both are handed a function of type AnswerQuestion: they never import `answer`. Pages are made of markup.
  channels: ['domain', 'errors.ts', 'text'],
  evaluation: ['domain', 'errors.ts', 'text'],
  // The only file that knows everyone on the way of a question; it wires them.
  'app.ts': [
    'answer',
    'config.ts',
    'domain',
    'ingest',
    'models',
    'question',
    'retrieval',
    'search-index',
    'text',
  ],
  'log.ts': [],
  'progress-bar.ts': [],
  // One click of staff turns what is remembered into a case.
  'staff-cases.ts': ['channels', 'conversation', 'domain', 'evaluation'],
  // The web's part of the service, which counts and approves for every channel.
  'serve-web.ts': ['app.ts', 'channels', 'config.ts', 'conversation', 'domain', 'staff-cases.ts', 'text'],
  // Wires the conversation and the channels around the app.
  'serve.ts': [
    'app.ts',
    'channels',
    'config.ts',
    'configured-channels.ts',
    'conversation',
    'log.ts',
    'serve-web.ts',
    'staff-cases.ts',
    'text',
  ],
  // From the keys that are set to the channels that are on.
  'configured-channels.ts': ['channels', 'config.ts', 'domain'],
  'set-wechat-menu.ts': ['channels', 'config.ts', 'errors.ts'],
  // Arguments, environment and exit code: it starts the app and hands it to a channel or to the evaluation.
  'main.ts': [
    'app.ts',
    'channels',
    'config.ts',
    'conversation',
    'errors.ts',
    'evaluation',
    'log.ts',
    'progress-bar.ts',
    'serve.ts',
    'set-wechat-menu.ts',
  ],
};

/** The one or two rooms that may name a package, so that it can be replaced there. */
const AT_HOME: Readonly<Record<string, readonly string[]>> = {
  '@xenova/transformers': ['models'],
  'onnxruntime-node': ['models'],
  'hnswlib-node': ['search-index'],
  minisearch: ['search-index'],
  '@node-rs/jieba': ['text'],
  'opencc-js': ['text'],
  '@langchain/core': ['models', 'retrieval'],
  grammy: ['channels'],
  fastify: ['channels', 'serve-web.ts'],
  '@fastify/cookie': ['channels'],
  'prom-client': ['channels'],
  pino: ['log.ts'],
  'rate-limiter-flexible': ['channels'],
  'fast-xml-parser': ['channels'],
  '@wecom/aibot-node-sdk': ['channels'],
};

/** What looks like the report's own, but is said of the whole country: classes with too many pupils. */
const SAID_EVERYWHERE = ['100%', '大班额'];

const MOST_LINES = 300;
const PURE_ROOMS = ['domain', 'question', 'text'];
const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface SourceFile {
  /** Below src/, with slashes. */
  readonly path: string;
  readonly room: string;
  readonly lines: number;
  readonly imports: readonly string[];
  /** Every string, template piece and regular expression: the code without its comments. */
  readonly literals: readonly string[];
  /** Names read from `process`: env, argv, exit … */
  readonly ofProcess: readonly string[];
  readonly reExports: boolean;
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:[cm]?[jt]s|json)$/.test(path))
  .map((path) => readSource(path.replaceAll('\\', '/')));

const edges = files.flatMap((file) =>
  file.imports
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => {
      const imported = join(dirname(file.path), specifier);
      return { from: file.room, to: roomOf(imported), line: `${file.path} imports ${imported}` };
    })
    .filter(({ from, to }) => from !== to),
);

describe('rooms', () => {
  it('are those of the table', () => {
    expect([...new Set(files.map(({ room }) => room))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('import only what the table lets them', () => {
    const strangers = edges.filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to)).map(({ line }) => line);
    expect(strangers).toEqual([]);
  });

  it('use every edge that the table lets them', () => {
    const used = new Set(edges.map(({ from, to }) => `${from} → ${to}`));
    const listed = Object.entries(MAY_IMPORT).flatMap(([from, rooms]) =>
      rooms.map((to) => `${from} → ${to}`),
    );
    expect(listed.filter((edge) => !used.has(edge))).toEqual([]);
  });

  it('do not import one another in a circle', () => {
    const open = new Map(Object.entries(MAY_IMPORT));
    const leaves = () => [...open].filter(([, rooms]) => rooms.every((room) => !open.has(room)));
    for (let next = leaves(); next.length > 0; next = leaves()) for (const [room] of next) open.delete(room);
    expect([...open.keys()]).toEqual([]);
  });

  it('keep each package at home', () => {
    const strays = files.flatMap(({ path, room, literals }) =>
      Object.entries(AT_HOME)
        .filter(([name, homes]) => !homes.includes(room) && literals.some((text) => names(text, name)))
        .map(([name]) => `${path} names ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it('name LangChain only in files that are called after it', () => {
    const strays = files.filter(({ path, imports }) => {
      const named = imports.some((specifier) => specifier.startsWith('@langchain/'));
      return named && !basename(path).startsWith('langchain-');
    });
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  it.each(PURE_ROOMS)('%s reads and writes nothing', (room) => {
    const outside = /^node:(?!module$|util$)/;
    const touching = files.filter(
      (file) => file.room === room && file.imports.some((name) => outside.test(name)),
    );
    expect(touching.map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  it('leave the environment, the arguments and the exit to main.ts', () => {
    const wanted = ['env', 'argv', 'exit', 'exitCode', 'loadEnvFile'];
    const touching = files
      .filter(({ path }) => path !== 'main.ts')
      .filter(
        ({ imports, ofProcess }) =>
          imports.includes('node:process') || ofProcess.some((name) => wanted.includes(name)),
      );
    expect(touching.map(({ path }) => path)).toEqual([]);
  });

  it(`have at most ${MOST_LINES} lines`, () => {
    const code = files.filter(({ path }) => !path.endsWith('.json'));
    expect(code.filter(({ lines }) => lines > MOST_LINES).map(({ path }) => path)).toEqual([]);
  });

  it('are called after what they do, never utils or helpers', () => {
    const vague = /(?:^|[/-])(?:utils?|helpers?|common|misc|shared|lib)(?:[./-]|$)/;
    expect(files.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('are imported where they lie: no barrels', () => {
    const barrels = files.filter(({ path, reExports }) => reExports || /^index\./.test(basename(path)));
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names no file that is not there', () => {
    const named = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').match(/`[\w/-]+\.ts`/gu) ?? [];
    const known = [...files.map(({ path }) => path), ...readdirSync(ROOT)];
    const lost = named
      .map((name) => name.slice(1, -1))
      .filter((name) => !known.some((path) => `/${path}`.endsWith(`/${name}`)));
    expect(lost).toEqual([]);
  });
});

describe('the code', () => {
  it('knows no name, heading or figure of the report that it is tried on', async () => {
    const report = (await readCorpus(join(ROOT, 'corpus'))).find(({ id }) => id === 'hongqi-2018');
    if (report === undefined) throw new Error('corpus/hongqi-2018 is not there');
    const words = ownWords(parseReport(report));
    expect(words.length).toBeGreaterThan(150);
    const known = files.flatMap(({ path, literals }) =>
      words
        .filter((word) => literals.some((text) => text.includes(word)))
        .map((word) => `${path} holds ${word}`),
    );
    expect(known).toEqual([]);
  });
});

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, 'src', path), 'utf8');
  const lines = text.trimEnd().split('\n').length;
  const room = roomOf(path);
  if (path.endsWith('.json'))
    return { path, room, lines, imports: [], literals: [text], ofProcess: [], reExports: false };
  const literals: string[] = [];
  const ofProcess: string[] = [];
  let reExports = false;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      literals.push(node.text);
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'process')
      ofProcess.push(node.name.text);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) reExports = true;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return { path, room, lines, imports, literals, ofProcess, reExports };
}

/** The folder below src/, or the file itself where it lies in src/. */
function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function names(text: string, packageName: string): boolean {
  return text === packageName || text.startsWith(`${packageName}/`);
}

/**
 * What only this report says: its place and speaker, its headings (those that every report has name the year),
 * the names it puts in quotes, and its figures with the character of their unit.
 */
function ownWords({ facts, headings, text }: ReturnType<typeof parseReport>): readonly string[] {
  const labels = headings
    .map(({ label }) => label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u, ''))
    .filter((label) => !/^\d{4}年/.test(label))
    .flatMap((label) => label.split('，'));
  const quoted = [...text.matchAll(/“([^”，。；：]{3,12})”/gu)].map((match) => match[1] ?? '');
  const figures = text.match(/\d[\d.]+[\p{Script=Han}%]/gu) ?? [];
  const words = [facts.issuer.replace('人民政府', ''), facts.speaker, ...labels, ...quoted, ...figures];
  return [...new Set(words)].filter((word) => !SAID_EVERYWHERE.includes(word));
}
