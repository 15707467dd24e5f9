import type { Answer, Citation, GroundedAnswer } from '../../src/domain/answer.ts';
import type { Case } from '../../src/domain/case.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Report } from '../../src/domain/report.ts';
import type { AnswerQuestion } from '../../src/domain/trace.ts';

/** A citation of words that stand in the report. */
export function cite(report: Report, words: string): Citation {
  const start = report.text.indexOf(words);
  if (start < 0) throw new Error(`not in the report: ${words}`);
  const passage = report.passages.findIndex((own) => own.start <= start && start < own.end);
  const headingPath = report.passages[passage]?.headingPath ?? [];
  return { reportId: report.id, headingPath, quote: words, passage, start, end: start + words.length };
}

export function grounded(statement: string, first: Citation, ...others: readonly Citation[]): GroundedAnswer {
  return { kind: 'answer', statement, citations: [first, ...others], confidence: 0.9 };
}

/** Statement and quotes, as a citizen reads them. */
export function renderText(answer: Answer): string {
  const quotes = 'citations' in answer ? answer.citations.map(({ quote }) => `\n【原文】“${quote}”`) : [];
  return [answer.statement, ...quotes].join('');
}

/** A case with evidence that stands in the report. */
export function fixtureCase(
  report: Report,
  written: Partial<Omit<Case, 'evidence'>> & { readonly evidence?: readonly string[] },
): Case {
  return {
    id: 'figure-growth',
    reportId: report.id,
    split: 'dev',
    class: 'figure',
    question: '去年地区生产总值增长多少',
    history: [],
    kinds: ['answer'],
    reasons: [],
    must: [],
    mustNot: [],
    note: '',
    ...written,
    evidence: (written.evidence ?? []).map((text) => {
      const { start, end } = cite(report, text);
      return [{ text, spans: [{ start, end }] }];
    }),
  };
}

/** Share of the question's characters that a sentence must hold to be given as the answer. */
const ENOUGH = 0.5;

/** A bot that behaves: it gives the sentence that shares most characters with the question, or refuses as no question. */
export function overlapBot(report: Report): AnswerQuestion {
  return async (raw) => {
    const asked = [...new Set(raw)];
    const candidates = report.sentences
      .map(({ start, end, passage }) => {
        const text = report.text.slice(start, end);
        const share = asked.filter((character) => text.includes(character)).length / asked.length;
        const scores = { dense: share, lexical: share, lateInteraction: share, reader: share, fused: share };
        return {
          reportId: report.id,
          passage,
          start,
          end,
          scores,
          features: { share },
          probability: share,
          able: true,
          lists: [],
        };
      })
      .sort((one, other) => other.probability - one.probability);
    const best = candidates[0];
    const trace = {
      question: questionOf(raw),
      candidates,
      further: [],
      rule: 'overlap',
      stages: { retrieve: Math.random() },
    };
    if (best === undefined || best.probability < ENOUGH) {
      const confidence = best?.probability ?? 0;
      return {
        trace: { ...trace, question: null },
        answer: {
          kind: 'refusal',
          reason: 'not-in-report',
          statement: '报告里没有提到。',
          related: [],
          confidence,
        },
      };
    }
    const citation = cite(report, report.text.slice(best.start, best.end));
    return { trace, answer: { ...grounded(citation.quote, citation), confidence: best.probability } };
  };
}

function questionOf(raw: string): Question {
  return {
    raw,
    text: raw,
    wordings: [raw],
    ordinal: null,
    onward: '',
    asks: 'general',
    time: { years: [2017], period: null, now: false },
    language: 'zh',
  };
}
