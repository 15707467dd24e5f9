import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

/** The elements of a message that hold nothing but text; what is nested or there twice is left out. */
export type XmlFields = ReadonlyMap<string, string>;

/** A number stays what it was written as: message ids are larger than a JavaScript number can count. */
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreAttributes: true,
});
const builder = new XMLBuilder({ cdataPropName: 'cdata', processEntities: false, format: false });

/** XML 1.0 has no way to write these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * The fields of `<xml>…</xml>`; null for anything else: text that is not well-formed (which the parser alone would
 * read as it can), another root, and all that declares a document type or a processing instruction.
 */
export function readXml(text: string): XmlFields | null {
  if (/<!DOCTYPE|<!ENTITY|<\?(?!xml )/i.test(text)) return null;
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const root: unknown = parser.parse(text);
    const children = isRecord(root) ? root.xml : null;
    if (!isRecord(children)) return null;
    return new Map(
      Object.entries(children).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    // Nested too deeply, or named like a property of every object: nothing that the platform sends.
    return null;
  }
}

/** `<xml>` with each field in order; text as CDATA, numbers bare. */
export function writeXml(fields: Readonly<Record<string, string | number>>): string {
  const children = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'number'
      ? value
      : { cdata: value.replace(/\p{Surrogate}/gu, '\ufffd').replace(UNWRITABLE, '') },
  ]);
  return builder.build({ xml: Object.fromEntries(children) });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
