/** What the server sends, as `/openapi.json` describes it. */
export interface WireQuote {
  role: 'quote' | 'related' | 'passage';
  text: string;
  /** What is to be marked in the text; null where all of it is the quote. */
  mark: { start: number; end: number } | null;
  place: string;
  address: string;
}

export interface WireReply {
  kind: string;
  /** Why it is no answer, or which notice it is; '' for an answer. */
  reason: string;
  text: string;
  quotes: WireQuote[];
  suggestions: string[];
  receipt: number | null;
  copy: string;
}
