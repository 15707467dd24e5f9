import type { Span } from '../src/domain/report.ts';

/** Where the pieces of a text stand in it; they are in its order and may overlap. Throws when one does not. */
export function locatePieces(text: string, pieces: readonly string[]): readonly Span[] {
  let from = 0;
  return pieces.map((piece) => {
    const start = text.indexOf(piece, from);
    if (start < 0) throw new Error(`“${piece.slice(0, 20)}…” is not in the text that it was cut from`);
    // Two pieces never begin at one place.
    from = start + 1;
    return { start, end: start + piece.length };
  });
}
