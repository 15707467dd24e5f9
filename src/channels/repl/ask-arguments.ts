import { parseArgs } from 'node:util';
import { messageOf, WenbaoError } from '../../errors.ts';

export type AskOptions =
  | { readonly kind: 'question'; readonly question: string; readonly json: boolean; readonly why: boolean }
  | { readonly kind: 'batch'; readonly file: string };

const USAGE =
  'Usage: npm run --silent ask -- "问题" [--json] [--why], or --batch FILE (JSONL; - for standard input)';

/** Reads the arguments of `ask`; throws WenbaoError `usage` that says what is wrong. */
export function parseAskArguments(argumentList: readonly string[]): AskOptions {
  const { values, positionals } = parse(argumentList);
  if (values.batch !== undefined) {
    if (positionals.length > 0 || values.json || values.why)
      throw new WenbaoError('usage', `--batch goes alone. ${USAGE}`);
    return { kind: 'batch', file: values.batch };
  }
  if (positionals.length === 0) throw new WenbaoError('usage', `No question given. ${USAGE}`);
  return { kind: 'question', question: positionals.join(' '), json: values.json, why: values.why };
}

function parse(argumentList: readonly string[]) {
  try {
    return parseArgs({
      args: [...argumentList],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        why: { type: 'boolean', default: false },
        batch: { type: 'string' },
      },
    });
  } catch (fault) {
    throw new WenbaoError('usage', `${messageOf(fault)}. ${USAGE}`, fault);
  }
}
