import type { EvidenceItem } from '../domain/case.ts';
import type { Span } from '../domain/report.ts';

/** A quote that holds this share of the evidence's characters proves it; the rest is lead-in or tail. */
const EVIDENCE_SHARE = 0.6;

/** Whether spans together cover at least 60% of one occurrence of one alternative. */
export function citesEvidence(item: EvidenceItem, spans: readonly Span[]): boolean {
  return item.some(({ spans: places }) =>
    places.some((place) => coveredCharacters(place, spans) >= EVIDENCE_SHARE * (place.end - place.start)),
  );
}

function coveredCharacters(place: Span, spans: readonly Span[]): number {
  let covered = 0;
  let reached = place.start;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(start, reached);
    const to = Math.min(end, place.end);
    if (to > from) {
      covered += to - from;
      reached = to;
    }
  }
  return covered;
}
