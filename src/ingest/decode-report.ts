import { WenbaoError } from '../errors.ts';

/** Characters that every page of Chinese official prose is full of. */
const COMMON = new Set('的一是在和有为年人中工作发展全区市县国经济社会建设上大加新实民生产');
/** Their share among the Chinese characters of real reports is above 0.2; of wrongly decoded ones near 0.03. */
const LEAST_COMMON_SHARE = 0.08;

/**
 * Decodes the bytes of a report: UTF-8, UTF-16 with a byte order mark, or GB18030 (GBK, GB2312). A byte
 * order mark stays in the text. Anything else is a WenbaoError `encoding`, never garbled text.
 */
export function decodeReport(bytes: Uint8Array, path: string): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked !== null) return acceptable(decode(bytes, marked)) ?? refuse(path);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\0')) return utf8;
  const chinese = decode(bytes, 'gb18030');
  return (chinese !== null && looksChinese(chinese) ? acceptable(chinese) : null) ?? refuse(path);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // A fatal decoder throws on the first byte that the encoding does not allow: it is another encoding.
    return null;
  }
}

function acceptable(text: string | null): string | null {
  return text === null || text.includes('\0') ? null : text;
}

function looksChinese(text: string): boolean {
  const characters = text.match(/[\u3400-\u9fff]/gu) ?? [];
  const common = characters.filter((character) => COMMON.has(character)).length;
  return characters.length > 0 && common / characters.length >= LEAST_COMMON_SHARE;
}

function refuse(path: string): never {
  throw new WenbaoError(
    'encoding',
    `${path} is neither UTF-8 nor GB18030 (GBK) text. Save it as UTF-8 (in an editor: “Save as…”, encoding UTF-8) and run again.`,
  );
}
