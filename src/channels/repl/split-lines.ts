const LINE_FEED = 0x0a;

/**
 * The lines of a stream of bytes, without their line feeds. Only a line feed ends a line of JSONL: U+2028, at
 * which node:readline cuts as well, may stand in a JSON string, and a carriage return is white space to JSON.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...begun, chunk.subarray(start, end)]);
      begun = [];
      start = end + 1;
    }
    begun.push(chunk.subarray(start));
  }
  yield Buffer.concat(begun);
}
